import { sql, type Kysely } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { peopleByAddress } from '#modules/identity/api.ts'
import type { ImportedPerson } from './reader/person.ts'
import type { Tables } from './policy.ts'

export interface Place { id: string; role: string; group_id: string | null; group_name: string; valid_from: string | null; valid_to: string | null; is_ours: boolean; source: string }

/** A person whom the organisation's lists know. */
export interface Subject {
  id: string; person_id: string; first_name: string; last_name: string; email: string | null
  identifiers: { kind: string; value: string }[]
  places: Place[]
}

/** Who a row speaks of: one whom lists know; one with an account, by a proved address; nobody yet; or two people at once. */
export type Match =
  | { kind: 'known'; subject: Subject }
  | { kind: 'account'; personId: string }
  | { kind: 'new' }
  | { kind: 'conflict' }

export const keyText = ({ kind, value }: { kind: string; value: string }) => `${kind}:${value.toLowerCase()}`

interface Wanted { identifiers?: string[]; emails?: string[]; personIds?: string[]; ids?: string[] }

export const subjectsOf = async (db: Kysely<Tables>, organisationId: string, { identifiers = [], emails = [], personIds = [], ids = [] }: Wanted): Promise<Subject[]> => {
  const { rows } = await sql<Subject>`select subject.id, subject.person_id, subject.first_name, subject.last_name, subject.email,
      coalesce((select jsonb_agg(jsonb_build_object('kind', known.kind, 'value', known.value)) from provisioning.identifier as known
        where known.organisation_id = subject.organisation_id and known.subject_id = subject.id), '[]') as identifiers,
      coalesce((select jsonb_agg(jsonb_build_object('id', place.id, 'role', place.role, 'group_id', place.group_id, 'group_name', place.group_name,
          'valid_from', place.valid_from, 'valid_to', place.valid_to, 'is_ours', place.is_ours, 'source', place.source)) from provisioning.place
        where place.organisation_id = subject.organisation_id and place.subject_id = subject.id), '[]') as places
    from provisioning.subject where subject.organisation_id = ${organisationId} and subject.id in (
      select named.subject_id from unnest(${identifiers}::text[]) as wanted (text)
        join provisioning.identifier as named on named.organisation_id = ${organisationId}
          and named.kind = split_part(wanted.text, ':', 1) and named.value = substr(wanted.text, strpos(wanted.text, ':') + 1)
      union all select other.id from provisioning.subject as other
        where other.organisation_id = ${organisationId} and (other.email = any(${emails}::text[]) or other.person_id = any(${personIds}::uuid[]) or other.id = any(${ids}::uuid[])))`.execute(db)
  return rows
}

/** An identifier of the same kind with another value: another person. */
const contradicts = (subject: Subject, { identifiers }: ImportedPerson) =>
  identifiers.some(({ kind, value }) => subject.identifiers.some((known) => known.kind === kind && known.value !== value.toLowerCase()))

/**
 * Whom these rows speak of, in one organisation: by its own identifiers first. An address alone names somebody of its lists only where list
 * and row have no identifier that says otherwise; of somebody with an account it only gives the idea to ask them.
 */
export const matchesOf = async (context: KernelContext, organisationId: string, people: readonly ImportedPerson[]): Promise<Match[]> => {
  const emails = [...new Set(people.flatMap(({ email }) => email ?? []))]
  const db = context.db as Kysely<Tables>
  const accounts = await peopleByAddress(context, emails)
  const identifiers = [...new Set(people.flatMap((person) => person.identifiers.map(keyText)))]
  const subjects = await subjectsOf(db, organisationId, { identifiers, emails, personIds: accounts.map(({ personId }) => personId) })
  const byIdentifier = new Map(subjects.flatMap((subject) => subject.identifiers.map((one) => [keyText(one), subject] as const)))
  const byEmail = new Map<string, Subject[]>()
  for (const subject of subjects) if (subject.email) byEmail.set(subject.email, [...byEmail.get(subject.email) ?? [], subject])
  const byAccount = new Map(subjects.map((subject) => [subject.person_id, subject]))
  const account = new Map(accounts.map(({ email, personId }) => [email, personId]))

  return people.map((person): Match => {
    const named = new Set(person.identifiers.flatMap((one) => byIdentifier.get(keyText(one)) ?? []))
    if (named.size > 1) return { kind: 'conflict' }
    const [subject] = named
    if (subject) return contradicts(subject, person) ? { kind: 'conflict' } : { kind: 'known', subject }
    const same = person.email ? byEmail.get(person.email) ?? [] : []
    if (same.length === 1 && same[0]!.identifiers.length > 0 && person.identifiers.length > 0 && contradicts(same[0]!, person)) return { kind: 'conflict' }
    if (same.length === 1) return { kind: 'known', subject: same[0]! }
    if (same.length > 1) return { kind: 'conflict' }
    const personId = person.email ? account.get(person.email) : undefined
    if (!personId) return { kind: 'new' }
    const theirs = byAccount.get(personId)
    return theirs ? { kind: 'known', subject: theirs } : { kind: 'account', personId }
  })
}

