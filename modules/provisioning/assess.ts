import { sql, type Selectable } from 'kysely'
import { fits } from '#modules/organisations/api.ts'
import type { Context } from './policy.ts'
import { matchesOf, type Match, type Place, type Subject } from './matching.ts'
import type { Field } from './reader/fields.ts'
import { identifiersIn, keyOf, readPerson, type ImportedPerson, type RowIssue } from './reader/person.ts'
import type { Role } from './reader/roles.ts'
import type { Row } from './reader/row.ts'
import type { DB } from './tables.gen.ts'

export type Import = Selectable<DB['provisioning.import']>
export type Verdict = 'create' | 'same' | 'change' | 'propose' | 'leave' | 'invalid'

/** What a row would do. */
export interface Assessed {
  verdict: Verdict
  person?: ImportedPerson
  issue?: RowIssue
  match?: Match
}

type Wanted = Pick<Place, 'role' | 'group_name'>
const WHOLE = new Set<Role>(['pedagogical-administrator', 'structure-manager'])

/** The places that a person has by the list: its groups, or the whole organisation; in an import for one group, that group. */
export const placesOf = ({ role, groups }: Pick<ImportedPerson, 'role' | 'groups'>, one: Pick<Import, 'group_id' | 'group_name'>): Wanted[] => {
  if (one.group_id) return [{ role, group_name: one.group_name }]
  return WHOLE.has(role) || groups.length === 0 ? [{ role, group_name: '' }] : groups.map((group_name) => ({ role, group_name }))
}
export const placeText = ({ role, group_name }: Wanted) => `${role}/${group_name}`

const same = (subject: Subject, person: ImportedPerson, wanted: Wanted[]) =>
  subject.first_name === person.firstName && subject.last_name === person.lastName && (!person.email || subject.email === person.email)
  && person.identifiers.every(({ kind, value }) => subject.identifiers.some((known) => known.kind === kind && known.value === value.toLowerCase()))
  && wanted.every((place) => {
    const has = subject.places.find((one) => placeText(one) === placeText(place))
    return has && (!person.validFrom || has.valid_from === person.validFrom) && has.valid_to === person.validTo
  })

const verdictOf = (match: Match, person: ImportedPerson, one: Import): Verdict => {
  if (match.kind === 'conflict') return 'invalid'
  if (person.leaves) return match.kind === 'known' && match.subject.places.length > 0 ? 'leave' : 'same'
  if (match.kind === 'known') return same(match.subject, person, placesOf(person, one)) ? 'same' : 'change'
  return match.kind === 'account' ? 'propose' : 'create'
}

const issueOf = (person: ImportedPerson, one: Import): RowIssue | undefined => {
  if (!one.roles.includes(person.role)) return { field: 'role', code: 'role-not-yours' }
  const inGroup = placesOf(person, one).some(({ group_name }) => group_name !== '') || one.group_id !== null
  return fits(person.role, inGroup) ? undefined : { field: 'group', code: 'place' }
}

/** What people that were read already would do now: the state may have moved since the preview. */
export const assessPeople = async (context: Context, one: Import, people: readonly ImportedPerson[]): Promise<Assessed[]> => {
  const matches = await matchesOf(context, one.organisation_id, people)
  return people.map((person, at) => {
    const match = matches[at]!
    const issue = match.kind === 'conflict' ? { field: 'identifier', code: 'conflict' } as const : issueOf(person, one)
    return issue ? { verdict: 'invalid', person, issue, match } : { verdict: verdictOf(match, person, one), person, match }
  })
}

/** Keys of rows that came before in the file: the same person at the same places, and the same person at all. */
export const seenBefore = async ({ db }: Context, importId: string, people: readonly (ImportedPerson | undefined)[], keys: readonly (string | undefined)[]) => {
  const { rows } = await sql<{ key: string; person_key: string; verdict: string }>`select key, person_key, verdict from provisioning.row
    where import_id = ${importId} and (key = any(${keys.filter(Boolean)}::text[])
      or person_key = any(${people.flatMap((one) => one ? keyOf(one) : [])}::text[]))`.execute(db)
  return { keys: new Set(rows.map(({ key }) => key)), created: new Set(rows.filter(({ verdict }) => verdict === 'create').map((row) => row.person_key)) }
}

export const rowKey = (person: ImportedPerson, one: Import) => [keyOf(person), ...placesOf(person, one).map(placeText).toSorted()].join(' ')

/** Reads and judges one batch of rows of a file. */
export const assessRows = async (context: Context, one: Import, rows: readonly Row[]): Promise<(Assessed & { subjectId?: string })[]> => {
  const mapping = one.mapping as Field[]
  const read = rows.map(({ cells }) => readPerson(cells, mapping, one.role as Role))
  const valid = read.flatMap(({ person }) => person ?? [])
  const judged = await assessPeople(context, one, valid)
  const named = await matchesOf(context, one.organisation_id, rows.flatMap(({ cells }, at) => read[at]!.person ? [] : [unknown(cells, mapping)]))
  const people = read.map(({ person }) => person)
  const keys = people.map((person) => person && rowKey(person, one))
  const seen = await seenBefore(context, one.id, people, keys)
  let [atValid, atInvalid] = [0, 0]
  return read.map(({ person, issue }, at) => {
    if (!person) {
      const match = named[atInvalid++]!
      return { verdict: 'invalid', issue, subjectId: match.kind === 'known' ? match.subject.id : undefined }
    }
    const result = judged[atValid++]!
    const subjectId = result.match?.kind === 'known' ? result.match.subject.id : undefined
    const key = keys[at]!
    if (seen.keys.has(key)) return { ...result, verdict: 'invalid', issue: { field: 'identifier', code: 'duplicate' }, subjectId }
    seen.keys.add(key)
    if (result.verdict !== 'create') return { ...result, subjectId }
    // The second line of somebody who is new brings another role or group to whom the first line makes.
    const again = seen.created.has(keyOf(person))
    seen.created.add(keyOf(person))
    return again ? { ...result, verdict: 'change' } : result
  })
}

/** A row that cannot be read, as far as it says of whom it speaks. */
const unknown = (cells: readonly string[], mapping: readonly Field[]): ImportedPerson => ({
  identifiers: identifiersIn(cells, mapping), email: null, firstName: '', lastName: '', role: 'member', groups: [], validFrom: null, validTo: null, leaves: false,
})
