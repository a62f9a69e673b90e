import { createHash } from 'node:crypto'
import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { slug as slugShape } from '../limits.ts'
import type { Context } from '../policy.ts'
import { fr } from '../web/harvest.fr.ts'
import { urls } from '../web/routes.ts'
import { atom } from './atom.ts'
import { configured } from './configuration.ts'
import { markdownOf } from './markdown.ts'
import { oai } from './oai.ts'
import { openBase, readOpen } from './records.ts'
import { sitemapIndex, sitemapOfPages, sitemapOfResources } from './sitemap.ts'

/** Entries of a feed: readers come often, and keep what they have read. */
const ENTRIES = 50
const FEED = 'application/atom+xml; charset=utf-8'
const XML = 'application/xml; charset=utf-8'

/** Sent once to a program that has kept it: its ETag is that of the bytes (RFC 9110 §8.8.3). */
const send = ({ request, reply }: Http, type: string, text: string) => {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  void reply.header('etag', etag).header('cache-control', 'no-cache')
  return request.headers['if-none-match']?.includes(etag) ? reply.code(304).send() : reply.type(type).send(text)
}

const feedOfAll = raw({
  http: 'GET /ressources/fil.atom', input: z.object({}), allow: anyone,
  handle: async (context: Context, _, __, http) => {
    const entries = await readOpen(context, { latest: true, most: ENTRIES })
    const { origin, name } = configured()
    return send(http, FEED, atom({
      id: `${origin}${urls.feed()}`, title: fr.all(name), subtitle: fr.allSubtitle, self: urls.feed(), page: urls.resources(), entries,
      updated: entries[0]?.last_published_at ?? '2026-01-01T00:00:00.000Z',
    }))
  },
})

const feedOfBase = raw({
  http: 'GET /bases/:slug/fil.atom', input: z.object({ slug: slugShape }), allow: anyone,
  on: (context: Context, { slug }) => openBase(context, slug),
  handle: async (context: Context, { slug }, base, http) => {
    // An address of before: the feed has moved with its base.
    if (base.slug !== slug) return http.reply.redirect(urls.baseFeed(base.slug), 308)
    const entries = await readOpen(context, { baseId: base.id, latest: true, most: ENTRIES })
    return send(http, FEED, atom({
      id: `urn:uuid:${base.id}`, title: fr.base(base.title), subtitle: base.excerpt, self: urls.baseFeed(base.slug), page: urls.base(base.slug), entries,
      updated: entries[0]?.last_published_at ?? base.created_at,
    }))
  },
})

const sitemap = raw({
  http: 'GET /sitemap.xml', input: z.object({}), allow: anyone,
  handle: async (context: Context, _, __, http) => send(http, XML, await sitemapIndex(context)),
})
const pages = raw({
  http: 'GET /sitemap/pages.xml', input: z.object({}), allow: anyone,
  handle: async (context: Context, _, __, http) => send(http, XML, await sitemapOfPages(context)),
})
const resources = raw({
  http: 'GET /sitemap/ressources.xml', input: z.object({ at: z.iso.datetime().optional(), id: z.uuid().optional() }), allow: anyone,
  handle: async (context: Context, { at, id }, _, http) => send(http, XML, await sitemapOfResources(context, at && id ? { at, id } : undefined)),
})

const harvested = raw({
  http: 'GET /oai', input: z.object({}), allow: anyone,
  handle: async (context: Context, _, __, http) => send(http, 'text/xml; charset=utf-8', await oai(context, http.request.query as Record<string, unknown>)),
})
/** A harvester may ask by a form too (OAI-PMH 2.0 §3.1.1.1); it has no cookie, and changes nothing. */
const harvestedByForm = raw({
  http: 'POST /oai', input: z.object({}), allow: anyone, proof: 'token', bodyLimit: 10_000,
  handle: async (context: Context, _, __, http) => send(http, 'text/xml; charset=utf-8', await oai(context, Object(http.request.body) as Record<string, unknown>)),
})

const text = raw({
  http: 'GET /ressources/:slug/texte.md', input: z.object({ slug: slugShape }), allow: anyone,
  handle: async (context: Context, { slug }, _, http) => {
    const found = await markdownOf(context, slug)
    if (!found) throw new Refusal('not-found', {}, 404)
    if (found.slug !== slug) return http.reply.redirect(urls.resourceText(found.slug), 308)
    void http.reply.header('content-disposition', `attachment; filename="${found.slug}.md"`)
    return send(http, 'text/markdown; charset=utf-8', found.text)
  },
})

export const harvestRoutes = [feedOfAll, feedOfBase, sitemap, pages, resources, harvested, harvestedByForm, text]
