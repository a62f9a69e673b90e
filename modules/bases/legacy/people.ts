import { createPerson, peopleByAddress, personByIdentifier } from '#modules/identity/api.ts'
import { type Importing, LES_BASES } from './work.ts'
import type { Row } from './shapes.ts'

const namesOf = ({ first_name, last_name, name }: Row<'users'>) => {
  const [first, ...rest] = name.split(' ')
  return { firstName: first_name || first || undefined, lastName: last_name || rest.join(' ') || undefined }
}

/** Known by their identifier there; else by an address that they have proved here and there. */
const personOf = async ({ context }: Importing, { id, email, email_verified }: Row<'users'>) => {
  const known = await personByIdentifier(context, { issuer: LES_BASES, kind: 'user', value: id })
  if (known || !email || !email_verified) return { known }
  const [same] = await peopleByAddress(context, [email])
  return { same: same?.personId }
}

/** An address that was proved there is proved: it was by a link sent to it, and the same service answers for it. */
const write = (work: Importing, row: Row<'users'>, same: string | undefined) => work.inTransaction(row.created, async (context) => {
  const { title, location, description, department, email, email_verified } = row
  const id = same ?? await createPerson(context, {
    ...namesOf(row), title, location, about: description, department: department ?? undefined, email: email ?? undefined,
    emailProved: email_verified !== null, isPublic: row.is_public,
  })
  await work.keepPerson(context, id, 'user', row.id)
  if (row.legacy_id !== null) await work.keepPerson(context, id, 'user-number', String(row.legacy_id))
  return id
})

/** People, with how they were named there. Who left there does not come; who is here already is the same person. */
export const importPeople = async (work: Importing): Promise<void> => {
  for (const { line, row } of work.tables.users) {
    if (row.deleted) {
      work.count('users', 'skipped')
      continue
    }
    try {
      const { known, same } = await personOf(work, row)
      work.people.set(row.id, known ?? (work.dryRun ? same ?? row.id : await write(work, row, same)))
      work.count('users', known ? 'known' : 'new')
    } catch (error) {
      work.reject('users', line, row.id, error)
    }
  }
  work.log(`${work.people.size} people`)
}
