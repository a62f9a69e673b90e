import { sql } from 'kysely'
import { z } from 'zod'
import { signal } from '#modules/live/api.ts'
import { peopleOf, personCard } from '../people.ts'
import type { Context } from '../policy.ts'
import { draftWritten } from './topic.ts'

/** A page that says that it is open (use-writing.ts: each 15 s) is believed for so long. In seconds. */
const BELIEVED = 50

/** Somebody who has the draft open, and the part of it in which they write. */
export const writer = personCard.extend({ contentId: z.uuid().nullable() })
export type Writer = z.output<typeof writer>

/** Those who have a draft open now, whoever asks aside: those who write together know each other's names. */
export const writersOf = async (context: Context, resourceId: string): Promise<Writer[]> => {
  const { rows } = await sql<{ person_id: string; content_id: string | null }>`select distinct on (person_id) person_id, content_id
    from bases.writing
    where resource_id = ${resourceId}::uuid and person_id <> ${context.actor.id ?? null}::uuid
      and at > ${context.now}::timestamptz - ${`${BELIEVED} seconds`}::interval
    order by person_id, content_id nulls last, at desc`.execute(context.db)
  if (rows.length === 0) return []
  const places = new Map(rows.map(({ person_id, content_id }) => [person_id, content_id]))
  return (await peopleOf(context, [...places.keys()], { everyone: true })).map((one) => ({ ...one, contentId: places.get(one.id) ?? null }))
}

/** Pages of the others who have the draft open read it again, some milliseconds after the commit. */
export const tellWriters = async (context: Context, resourceId: string, version: number): Promise<void> => {
  const { rows } = await sql<{ person_id: string }>`select distinct person_id from bases.writing where resource_id = ${resourceId}::uuid
    and person_id is distinct from ${context.actor.id ?? null}::uuid
      and at > ${context.now}::timestamptz - ${`${BELIEVED} seconds`}::interval`.execute(context.db)
  if (rows.length === 0) return
  await signal(context, { to: rows.map(({ person_id }) => person_id), topic: draftWritten, subject: { kind: 'bases.resource',
    id: resourceId }, version })
}
