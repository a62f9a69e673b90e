import { sql } from 'kysely'
import { extname } from 'node:path'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { attach, detach, store } from '#modules/files/api.ts'
import { FetchError, fetchPublic } from '#modules/outside/api.ts'
import { draftOf } from '../draft/store.ts'
import { linkWritten } from '../events.ts'
import type { Tables } from '../policy.ts'
import { configuredOutside } from './configuration.ts'
import { wordsOf } from './page-words.ts'
import { hashOf } from './previews.ts'

/** In bytes: what a page says of itself stands at its head. */
const [PAGE, PICTURE] = [1_000_000, 5_000_000]
/** A page is asked again for a new link after so long. */
const FRESH = sql<string>`now() - interval '30 days'`
const HTML = new Set(['text/html', 'application/xhtml+xml'])
const PICTURES: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'image/avif': 'avif',
}

const pictureOf = async (context: JobContext<Tables>, address: string | null): Promise<string | null> => {
  if (address === null) return null
  try {
    const { bytes, type, url } = await fetchPublic(address, { ...configuredOutside(), wants: (one) => one in PICTURES, most: PICTURE })
    const name = new URL(url).pathname.split('/').at(-1)!.slice(0, -extname(url).length || undefined).replaceAll(/[^\w-]+/g, '-').slice(0, 60)
    const fileId = await store(context, { name: `${name || 'apercu'}.${PICTURES[type]}`, bytes, uploadedBy: null })
    const kept = await context.db.selectFrom('files.card').select('width').where('id', '=', fileId).executeTakeFirst()
    return kept?.width ? fileId : null
  } catch (error) {
    // A preview without its picture is still one.
    if (error instanceof FetchError || error instanceof Refusal) return null
    throw error
  }
}

const holder = (id: string) => `bases.preview:${id}`

/** What may pass is tried again after so many minutes: a page that is down for an hour is no fault of ours, and no noise in the logs. */
const AGAIN = [1, 10, 60]

/**
 * Reads the page that a link leads to, and keeps what it says of itself. What fails is told to the editors; what may pass is tried again, and
 * nobody waits for it.
 */
export const fetchPreview = job({
  name: 'bases.fetch-preview',
  payload: z.object({ previewId: z.uuid(), tries: z.int().min(0).default(0) }),
  run: async (context: JobContext<Tables>, { previewId, tries }) => {
    const row = await context.db.selectFrom('bases.link_preview').select('address').where('id', '=', previewId).executeTakeFirst()
    if (!row) return { state: 'gone' }
    const keep = (values: object) => context.transaction(async ({ db, now }) => {
      await db.updateTable('bases.link_preview').set({ ...values, read_at: now }).where('id', '=', previewId).execute()
    })
    try {
      const page = await fetchPublic(row.address, { ...configuredOutside(), wants: (type) => HTML.has(type), most: PAGE, cut: true })
      const { image, ...words } = wordsOf(page)
      if (words.title === null && words.description === null) throw new FetchError('type')
      const fileId = await pictureOf(context, image)
      await context.transaction((tx) => fileId ? attach(tx, { fileId, holder: holder(previewId), principals: ['public'] }) : detach(tx, holder(previewId)))
      await keep({ ...words, state: 'ready', failure: null, image_file_id: fileId })
      return { state: 'ready' }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      await keep({ state: 'failed', failure: error.failure })
      const minutes = error.passing ? AGAIN[tries] : undefined
      if (minutes !== undefined) {
        const at = new Date(Date.now() + minutes * 60_000).toISOString()
        await context.enqueue(fetchPreview, { previewId, tries: tries + 1 }, { key: `preview:${previewId}`, at })
      }
      return { state: 'failed', failure: error.failure }
    }
  },
})

/** A link was written: its page is read, unless it was not long ago. */
export const readLink = reaction({
  name: 'bases.read-link',
  to: linkWritten,
  run: async (context: WorkerContext<Tables>, { resourceId, contentId, again }) => {
    const exists = await context.db.selectFrom('bases.draft').select('resource_id').where('resource_id', '=', resourceId).executeTakeFirst()
    const url = exists && (await draftOf(context, resourceId)).draft.contents.find(({ id }) => id === contentId)?.url
    if (!url) return
    const row = await context.db.insertInto('bases.link_preview')
      .values({ id: v7(), address_hash: hashOf(url), address: url, state: 'waiting', asked_at: context.now })
      .onConflict((conflict) => conflict.column('address_hash').doUpdateSet({ asked_at: context.now, state: 'waiting', failure: null })
        .where((eb) => again ? eb.lit(true) : eb('bases.link_preview.asked_at', '<', FRESH)))
      .returning('id').executeTakeFirst()
    if (row) await context.enqueue(fetchPreview, { previewId: row.id, tries: 0 }, { key: `preview:${row.id}` })
  },
})

/** Each week, previews that no content leads to any more. */
export const forgetPreviews = job({
  name: 'bases.forget-previews', payload: z.object({}), schedule: '41 3 * * 1',
  run: async (context: JobContext<Tables>) => {
    const { rows } = await sql<{ id: string }>`select preview.id from bases.link_preview as preview where preview.asked_at < now() - interval '7 days'
      and not exists (select from bases.content where content.url = preview.address)
      and not exists (select from bases.draft
        where draft.state -> 'contents' @> jsonb_build_array(jsonb_build_object('url', preview.address))) limit 500`.execute(context.db)
    for (const { id } of rows) {
      await context.transaction(async (tx) => {
        await detach(tx, holder(id))
        await tx.db.deleteFrom('bases.link_preview').where('id', '=', id).execute()
      })
    }
    return { forgotten: rows.length }
  },
})
