import { Badge } from '#design/Badge.tsx'
import type { FieldProps } from '#design/field.ts'
import { SelectField } from '#design/SelectField.tsx'
import { TextField } from '#design/TextField.tsx'
import type { Role } from '../roles.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

/** What one calls a person who has not said their name yet. */
export const calledBy = (person: { name: string | null }) => person.name ?? fr.nobody

/** The way to a page of an organisation. */
export const wayTo = (organisationId: string, name: string) =>
  [{ label: fr.mine.title, href: urls.mine() }, { label: name, href: urls.organisation(organisationId) }]

/** A role, where it is held, and its state when it is not simply under way. */
export function RoleBadge({ role, groupName, state = 'valid' }: { role: Role, groupName: string | null, state?: keyof typeof fr.states }) {
  return (
    <span className="sl-badges">
      <Badge kind={state === 'valid' ? 'info' : 'neutral'}>{fr.roles[role]}</Badge>
      {groupName && <span className="fr-hint-text">{fr.inGroup(groupName)}</span>}
      {state !== 'valid' && <Badge>{fr.states[state]}</Badge>}
    </span>
  )
}

/** Names of groups, each once: two that have the same are told apart by their code or their number. */
export const groupChoices = (groups: readonly { id: string, name: string }[]) =>
  Object.fromEntries(groups.map(({ id, name }) => [id, name]))
export const roleChoices = (grantable: readonly Role[]) => Object.fromEntries(grantable.map((role) => [role, fr.roles[role]]))

/** Which role, and in the whole organisation or in which group. */
export function RoleFields({ field, grantable, groups, words }: {
  field: (name: 'role' | 'groupId') => FieldProps, grantable: readonly Role[], groups: readonly { id: string, name: string }[],
  words: { role: string, group: string, noGroup: string },
}) {
  return (
    <>
      <SelectField {...field('role')} label={words.role} choices={roleChoices(grantable)} />
      <SelectField {...field('groupId')} required={false} label={words.group} choices={groupChoices(groups)} empty={words.noGroup} />
    </>
  )
}

/** A day, or none. */
export function DayField({ field, label, hint }: { field: FieldProps, label: string, hint?: string }) {
  return <TextField {...field} type="date" label={label} hint={hint} />
}
