import type { ReactNode } from 'react'

/** Columns that appear when the screen is wide enough for them: as many as fit (`cards`), or a main part and a side. */
export function Grid({ kind = 'cards', children }: { kind?: keyof typeof kinds, children: ReactNode }) {
  return <div className={kinds[kind]}>{children}</div>
}

const kinds = {
  'cards': 'sl-grid sl-grid--cards', 'halves': 'sl-grid sl-grid--halves',
  'side-left': 'sl-grid sl-grid--side-left', 'side-right': 'sl-grid sl-grid--side-right',
}
