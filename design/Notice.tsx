import type { ReactNode } from 'react'

const kinds = { info: 'fr-notice fr-notice--info', warning: 'fr-notice fr-notice--warning', alert: 'fr-notice fr-notice--alert' }

/** A sentence for everybody at the top of every page: maintenance, an interruption, the demonstration. */
export function Notice({ kind = 'info', title, children }: { kind?: keyof typeof kinds, title: string, children?: ReactNode }) {
  return (
    <div className={kinds[kind]}>
      <div className="fr-container">
        <div className="fr-notice__body">
          <p><span className="fr-notice__title">{title}</span>{children && <> <span className="fr-notice__desc">{children}</span>
            </>}</p>
        </div>
      </div>
    </div>
  )
}
