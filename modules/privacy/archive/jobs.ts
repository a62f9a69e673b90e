import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { sentencesOf } from '#kernel/operation/module.ts'
import { mailingOf, personCard } from '#modules/identity/api.ts'
import { mailSite } from '#modules/mail/api.ts'
import { setting } from '#modules/settings/api.ts'
import { configured } from '../configuration.ts'
import { write } from '../letters.ts'
import type { WorkerContext } from '../policy.ts'
import { departure } from '../setting.ts'
import { archives, buildArchive } from './build.ts'
import { tablesOf } from './tables.ts'

const DAY = 86_400_000

/** Makes the archive that a person asked for, then tells them. Its rows are those of the moment; its files, those that are ready. */
export const makeArchive = job({
  name: 'privacy.make-archive',
  payload: z.object({ archiveId: z.uuid() }),
  attempts: 6,
  run: async (context: WorkerContext, { archiveId }) => {
    const { db } = context
    const asked = await db.selectFrom('privacy.archive').select('person_id').where('id', '=', archiveId).where('state', '=', 'asked')
      .executeTakeFirst()
    if (!asked) return { state: 'late' }
    const { person_id: personId } = asked
    const [card, mailing] = [await personCard(context, personId), await mailingOf(context, personId)]
    const { archiveDays } = await setting(context, departure)
    const at = new Date().toISOString()
    const about = {
      archiveId, personId, at, name: card?.name ?? mailing?.email ?? '', timeZone: mailing?.timeZone ?? 'Europe/Paris',
      site: mailSite().name, sentences: sentencesOf(configured().modules),
    }
    const tables = await tablesOf(context, archiveId)
    const { size, secret, files } = await buildArchive(tables, about)
    const ends = new Date(Date.parse(at) + archiveDays * DAY).toISOString()
    const { numUpdatedRows } = await db.updateTable('privacy.archive').set({ state: 'ready', ready_at: at, ends_at: ends, size, secret })
      .where('id', '=', archiveId).where('state', '=', 'asked').executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) {
      // The person went meanwhile, or their request ended: nothing of them stays.
      await archives.remove(archiveId)
      return { state: 'late' }
    }
    await context.enqueue(tellArchive, { archiveId })
    return { state: 'ready', files, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0), size }
  },
})

/** Says that the archive is ready; apart, so that a mail server that is down does not have it made again. */
export const tellArchive = job({
  name: 'privacy.tell-archive',
  payload: z.object({ archiveId: z.uuid() }),
  run: async (context: WorkerContext, { archiveId }) => {
    const archive = await context.db.selectFrom('privacy.archive').select(['person_id', 'ends_at']).where('id', '=', archiveId)
      .where('state', '=', 'ready').executeTakeFirst()
    if (!archive) return { state: 'late' }
    return { state: await write(context, { id: archiveId, kind: 'ready', personId: archive.person_id, on: archive.ends_at! }) }
  },
})

/** Each hour: archives whose link has ended lose their bytes and their key; a request that failed for a day makes room for another. */
export const endArchives = job({
  name: 'privacy.end-archives',
  payload: z.object({}).loose(),
  schedule: '37 * * * *',
  run: async ({ db, now }: WorkerContext) => {
    await db.updateTable('privacy.archive').set({ state: 'failed' }).where('state', '=', 'asked')
      .where('asked_at', '<', new Date(Date.parse(now) - DAY).toISOString()).execute()
    await db.updateTable('privacy.archive').set({ state: 'ended' }).where('state', '=', 'ready').where('ends_at', '<=', now).execute()
    const ended = await db.selectFrom('privacy.archive').select('id').where('state', '=', 'ended')
      .where('secret', 'is not', null).limit(500).execute()
    for (const { id } of ended) {
      await archives.remove(id)
      await db.updateTable('privacy.archive').set({ secret: null }).where('id', '=', id).execute()
    }
    return { archives: ended.length }
  },
})
