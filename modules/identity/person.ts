import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

export interface NewPerson {
  id?: string
  firstName?: string
  lastName?: string
  /** None for who came by a provider that gave none. */
  email?: string
  /** False for an address that is only claimed. Otherwise it is taken as proved: by a link that was opened, or by who seeds. */
  emailProved?: boolean
  title?: string
  location?: string
  department?: string
  about?: string
  isPublic?: boolean
  portraitFileId?: string
  timeZone?: string
  /** The portal's role cannot give any: only the owner's connection (the seed) or the back office. */
  platformRoles?: readonly string[]
}

/** A person with their account and their proved address. @returns their identifier. */
export const createPerson = async (context: KernelContext, given: NewPerson): Promise<string> => {
  const { db, now } = context as Context
  const id = given.id ?? v7()
  await db.insertInto('identity.person').values({
    id, first_name: given.firstName ?? null, last_name: given.lastName ?? null, title: given.title ?? null,
    location: given.location ?? null, department: given.department ?? null, about: given.about ?? null,
    is_public: given.isPublic ?? false, portrait_file_id: given.portraitFileId ?? null,
    time_zone: given.timeZone ?? 'Europe/Paris', created_at: now,
  }).execute()
  await db.insertInto('identity.account').values({ id: v7(), person_id: id, kind: 'person', created_at: now }).execute()
  if (given.email) {
    const proved = given.emailProved ?? true
    await db.insertInto('identity.address')
      .values({ id: v7(), person_id: id, email: given.email.toLowerCase(), verified_at: proved ? now : null, is_primary: true }).execute()
  }
  if (given.platformRoles?.length) {
    await db.insertInto('identity.platform_role').values(given.platformRoles.map((role) => ({ person_id: id, role }))).execute()
  }
  return id
}

export interface PersonCard {
  id: string
  /** None for a person who was erased, or who has not said it yet. */
  name: string | null
  title: string | null
  portraitFileId: string | null
  isPublic: boolean
  isErased: boolean
}

/** Who these people are, to be shown; those that do not exist are left out. A join with `identity.card` says the same in SQL. */
export const personCards = async (context: KernelContext, ids: readonly string[]): Promise<PersonCard[]> => {
  if (ids.length === 0) return []
  const rows = await (context as Context).db.selectFrom('identity.card').selectAll().where('id', 'in', [...new Set(ids)]).execute()
  return rows.map((row) => ({
    id: row.id, name: row.name, title: row.title, portraitFileId: row.portrait_file_id, isPublic: row.is_public, isErased: row.is_erased,
  }))
}

export const personCard = async (context: KernelContext, id: string): Promise<PersonCard | undefined> =>
  (await personCards(context, [id]))[0]

/** People who have proved these addresses. */
export const peopleByAddress = async (
  context: KernelContext, emails: readonly string[],
): Promise<{ email: string; personId: string }[]> => {
  if (emails.length === 0) return []
  const rows = await (context as Context).db.selectFrom('identity.address').select(['email', 'person_id'])
    .where('email', 'in', emails.map((email) => email.toLowerCase())).where('verified_at', 'is not', null).execute()
  return rows.map((row) => ({ email: row.email, personId: row.person_id }))
}
