import { sql } from 'kysely'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import type { Role } from '#modules/organisations/api.ts'
import { importReversed } from '../events.ts'
import { forgetSubject } from '../people.ts'
import { addPlace, endPlace } from '../places.ts'
import type { Context, Tables } from '../policy.ts'

const BATCH = 100

const beingUndone = ({ db }: Context, importId: string) => db.selectFrom('provisioning.import').selectAll()
  .where('id', '=', importId).where('state', '=', 'undoing').forNoKeyUpdate().executeTakeFirst()

/** Memberships that it gave end, unless the last administrator of the organisation would go with them. */
const takePlaces = async (context: Context, importId: string): Promise<number> => {
  const one = await beingUndone(context, importId)
  if (!one) return 0
  const places = await context.db.selectFrom('provisioning.place as place')
    .innerJoin('provisioning.subject as subject', (join) => join.onRef('subject.id', '=', 'place.subject_id').onRef('subject.organisation_id', '=', 'place.organisation_id'))
    .select(['place.id', 'place.role', 'place.group_id', 'place.is_ours', 'subject.person_id'])
    .where('place.organisation_id', '=', one.organisation_id).where('place.import_id', '=', importId).limit(BATCH).execute()
  for (const { person_id, ...place } of places) {
    await sql`savepoint one_place`.execute(context.db)
    try {
      await endPlace(context, one.organisation_id, { person_id }, place, 'csv')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql`rollback to savepoint one_place`.execute(context.db)
      // It stays, and is no longer this import's.
      await context.db.updateTable('provisioning.place').set({ import_id: null }).where('id', '=', place.id).execute()
    }
  }
  return places.length
}

interface Ended { role: string; group_id: string | null; group_name: string; valid_from: string | null; valid_to: string | null; import_id: string | null }

/** Those whom it made leave are there again, as they were. */
const giveBack = async (context: Context, importId: string): Promise<number> => {
  const one = await beingUndone(context, importId)
  if (!one) return 0
  const gone = await context.db.selectFrom('provisioning.departure as departure')
    .innerJoin('provisioning.subject as subject', (join) => join.onRef('subject.id', '=', 'departure.subject_id').onRef('subject.organisation_id', '=', 'departure.organisation_id'))
    .select(['departure.place_id', 'departure.place', 'subject.id', 'subject.person_id']).where('departure.import_id', '=', importId)
    .where('departure.is_done', '=', true).limit(BATCH).execute()
  for (const { place_id, place, ...subject } of gone) {
    const was = place as unknown as Ended
    await addPlace(context, { organisationId: one.organisation_id, importId: was.import_id, source: 'csv' }, subject, {
      role: was.role as Role, groupId: was.group_id, groupName: was.group_name, validFrom: was.valid_from, validTo: was.valid_to,
    })
    await context.db.deleteFrom('provisioning.departure').where('import_id', '=', importId).where('place_id', '=', place_id).execute()
  }
  return gone.length
}

/** Names and addresses are what they were, unless somebody changed them since. */
const giveNamesBack = (context: Context, importId: string) => sql`update provisioning.subject as subject
  set first_name = row.before ->> 'first_name', last_name = row.before ->> 'last_name', email = row.before ->> 'email'
  from provisioning.row as row where row.import_id = ${importId} and row.before is not null and subject.id = row.subject_id
    and subject.organisation_id = row.organisation_id
    and subject.first_name = row.person ->> 'firstName' and subject.last_name = row.person ->> 'lastName'`.execute(context.db)

/** People whom it brought, and who have no place left, are forgotten here. */
const forget = async (context: Context, importId: string): Promise<number> => {
  const one = await beingUndone(context, importId)
  if (!one) return 0
  const alone = await context.db.selectFrom('provisioning.subject as subject').select(['id', 'person_id', 'is_created', 'email'])
    .where('subject.organisation_id', '=', one.organisation_id).where('subject.import_id', '=', importId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('provisioning.place as place').select('place.id')
      .whereRef('place.organisation_id', '=', 'subject.organisation_id').whereRef('place.subject_id', '=', 'subject.id'))))
    .limit(BATCH).execute()
  for (const subject of alone) await forgetSubject(context, subject)
  return alone.length
}

const finish = async (context: Context, importId: string): Promise<void> => {
  const one = await beingUndone(context, importId)
  if (!one) return
  await giveNamesBack(context, importId)
  await context.db.deleteFrom('provisioning.identifier').where('organisation_id', '=', one.organisation_id).where('import_id', '=', importId).execute()
  await context.db.updateTable('provisioning.proposal').set((eb) => ({ state: 'withdrawn', decided_at: context.now, version: eb('version', '+', 1) }))
    .where('import_id', '=', importId).where('state', '=', 'pending').execute()
  await context.db.updateTable('provisioning.import').set((eb) => ({ state: 'undone', undone_at: context.now, version: eb('version', '+', 1) }))
    .where('id', '=', importId).execute()
  await context.record(importReversed, { organisationId: one.organisation_id, importId })
}

/** Takes back all that an import did, in batches; killed, it goes on. Whoever came in since stays a person, without what the list gave. */
export const undoImport = job({
  name: 'provisioning.undo-import',
  payload: z.object({ importId: z.uuid() }),
  attempts: 5,
  run: async (context: JobContext<Tables>, { importId }) => {
    const one = await context.db.selectFrom('provisioning.import').select(['entry_id', 'state']).where('id', '=', importId).executeTakeFirst()
    if (one?.state !== 'undoing') return { state: one?.state ?? 'gone' }
    const entry = one.entry_id ?? undefined
    const [counts, steps] = [[0, 0, 0], [takePlaces, giveBack, forget]]
    for (const [at, step] of steps.entries()) {
      for (let done = 1; done > 0; counts[at]! += done) done = await context.transaction((tx) => step(tx, importId), entry)
    }
    await context.transaction((tx) => finish(tx, importId), entry)
    return { places: counts[0], back: counts[1], people: counts[2] }
  },
})
