import { sql } from 'kysely'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { groupKinds } from '#modules/organisations/api.ts'
import { placesOf, placeText } from '../assess.ts'
import { matchesOf } from '../matching.ts'
import { addSubject, nameSubject } from '../people.ts'
import { addPlace, groupOf } from '../places.ts'
import type { Context, Tables } from '../policy.ts'
import { personSchema } from '../reader/person.ts'

const describedSchema = z.object({ person: personSchema, groupId: z.uuid().nullable(), groupName: z.string(), groupKind: z.enum(groupKinds) })

const admit = async (context: Context, proposalId: string): Promise<string> => {
  const proposal = await context.db.selectFrom('provisioning.proposal').selectAll().where('id', '=', proposalId).where('state', '=', 'accepted')
    .forNoKeyUpdate().executeTakeFirst()
  if (!proposal) return 'gone'
  const { person, groupId, groupName, groupKind } = describedSchema.parse(proposal.described)
  const { organisation_id: organisationId, import_id: importId, person_id: personId } = proposal
  const origin = { organisationId, importId, source: importId ? 'csv' as const : 'scim' as const }
  const [match] = await matchesOf(context, organisationId, [person])
  // Another list may have named somebody else by these identifiers meanwhile.
  if (match?.kind === 'conflict' || (match?.kind === 'known' && match.subject.person_id !== personId)) return 'conflict'
  const subject = match?.kind === 'known' ? match.subject : await addSubject(context, origin, person, personId)
  await nameSubject(context, subject.id, origin, person.identifiers)
  const names = person.identifiers.flatMap(({ kind, value }) => kind === 'username' ? value.toLowerCase() : [])
  await sql`update provisioning.scim_user set subject_id = ${subject.id} where organisation_id = ${organisationId} and subject_id is null
    and lower(user_name) = any(${names}::text[])`.execute(context.db)
  for (const wanted of placesOf(person, { group_id: groupId, group_name: groupName })) {
    if (subject.places.some((place) => placeText(place) === placeText(wanted))) continue
    await addPlace(context, origin, subject, {
      role: person.role, groupId: groupId ?? await groupOf(context, organisationId, wanted.group_name, groupKind), groupName: wanted.group_name,
      validFrom: person.validFrom, validTo: person.validTo,
    })
  }
  return 'admitted'
}

/** A person agreed to what a list says of them: it is given. */
export const admitProposed = job({
  name: 'provisioning.admit-proposed',
  payload: z.object({ proposalId: z.uuid() }),
  run: async (context: JobContext<Tables>, { proposalId }) => ({ state: await context.transaction((tx) => admit(tx, proposalId)) }),
})
