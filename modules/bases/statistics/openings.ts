import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { fileUrl } from '#modules/files/web/routes.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'
import { hashOf, VISIT, visitOf } from './visit.ts'
import { urls } from '../web/routes.ts'

interface Opened { resourceId: string; contentId: string; kind: 'link' | 'file' }

/** Counts that a link was followed or a file taken, as readings are counted: once in two hours for one browser. */
export const countOpening = async ({ db, now }: Context, { resourceId, contentId, kind }: Opened, visit: string): Promise<void> => {
  await sql`with counted as (
      insert into bases.opening as known (content_id, hash, at)
      values (${contentId}::uuid, ${hashOf(visit, contentId)}, ${now}::timestamptz)
      on conflict (content_id, hash) do update set at = excluded.at where known.at < excluded.at - ${`${VISIT} seconds`}::interval
      returning content_id),
    daily as (
      insert into bases.daily_opening as known (resource_id, day, kind, openings)
      select ${resourceId}::uuid, (${now}::timestamptz at time zone 'Europe/Paris')::date, ${kind}, 1 from counted
      on conflict (resource_id, day, kind) do update set openings = known.openings + 1)
    insert into bases.opened_part as known (resource_id, content_id, kind, openings)
    select ${resourceId}::uuid, content_id, ${kind}, 1 from counted
    on conflict (resource_id, content_id) do update set openings = known.openings + 1`.execute(db)
}

/** Beyond, when the database does not follow, openings are not counted: statistics are not worth the memory of the process. */
const MOST = 1000
const writing = new Set<Promise<void>>()

/** Counts without making who leaves wait. A failure loses one opening, and says so in the logs. */
const countAside = (context: Context, opened: Opened, visit: string) => {
  if (writing.size >= MOST) return
  const written: Promise<void> = countOpening(context, opened, visit)
    .catch((error: Error) => process.emitWarning(`An opening was not counted: ${error.name}`, 'Openings'))
    .finally(() => writing.delete(written))
  writing.add(written)
}

/** What is being counted is written, for tests. */
export const openingsCounted = async (): Promise<void> => { await Promise.all(writing) }

/**
 * Whether a browser says that it comes from one of our pages (W3C, Fetch Metadata): robots say nothing of the kind, and so are not counted,
 * as they do not run what counts readings.
 */
const fromOurPages = ({ method, headers }: FastifyRequest) =>
  method === 'GET' && headers['sec-fetch-site'] === 'same-origin' && !headers['sec-purpose']
/** A browser that comes from elsewhere, or whose person wrote our address in its bar. */
const fromElsewhere = ({ headers: { 'sec-fetch-site': site } }: FastifyRequest) => site !== undefined && site !== 'same-origin'

/**
 * Where the links and files of a published resource go through, to be counted. It leads to the address that the resource holds and to no
 * other; whoever comes from elsewhere sees the resource first, where it is written whose site this leads to, so that nobody hides their
 * address behind ours.
 */
export const opening = raw({
  http: 'GET /api/resources/:resourceId/contents/:contentId/opening',
  input: z.object({ resourceId: z.uuid(), contentId: z.uuid() }),
  on: (context: Context, { resourceId, contentId }) => resourcesSeenBy(context)
    .innerJoin('bases.content as content', 'content.resource_id', 'resource.id')
    .leftJoin('files.card as file', 'file.id', 'content.file_id')
    .select(['content.type', 'content.url', 'file.id as file_id', 'file.name', 'resource.slug'])
    .where('resource.id', '=', resourceId).where('resource.published_at', 'is not', null).where('content.id', '=', contentId)
    .where((eb) => eb.or([eb('content.type', '=', 'link'), eb.and([eb('content.type', '=', 'file'), eb('file.id', 'is not', null)])]))
    .executeTakeFirst(),
  allow: anyone,
  handle: async (context: Context, { resourceId, contentId }, { type, url, file_id, name, slug }, { request, reply }) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    const isFile = type === 'file'
    if (!isFile && fromElsewhere(request)) return reply.redirect(urls.resource(slug!), 302)
    if (fromOurPages(request)) countAside(context, { resourceId, contentId, kind: isFile ? 'file' : 'link' }, visitOf(request, reply))
    return reply.redirect(isFile ? fileUrl(file_id!, name!) : new URL(url!).href, 302)
  },
})
