import { Badge } from '#design/Badge.tsx'
import { fr } from './fr.ts'

/** What a person is called where they have no name. */
export const nameOf = ({ name, state }: { name: string | null, state: string }): string =>
  name ?? (state === 'erased' || state === 'merged' ? fr.states[state]! : fr.unnamed)

const kinds: Record<string, 'success' | 'info' | 'warning' | 'error'> = { active: 'success', invited: 'info', suspended: 'warning', erasing: 'warning' }

export function StateBadge({ state }: { state: string }) {
  return <Badge kind={kinds[state] ?? 'neutral'}>{fr.states[state] ?? state}</Badge>
}
