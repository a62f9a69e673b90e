import { createHash } from 'node:crypto'
import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { slug } from '../../limits.ts'
import { showResource } from '../../operations/show-resource.ts'
import type { Context } from '../../policy.ts'
import { urls } from '../../web/routes.ts'
import { pdfOf } from './document.ts'

/** The rights are those of the page, whose query is run as the same person. Drawn only for who has not this state of it already. */
export const pdf = raw({
  http: 'GET /ressources/:slug/document.pdf',
  input: z.object({ slug }),
  allow: anyone,
  handle: async (_: Context, input, __, { request, reply, run }) => {
    const shown = await run(showResource, input)
    if ('movedTo' in shown) return reply.redirect(urls.resourcePdf(shown.movedTo), 308)
    const { views: _views, saves: _saves, saved: _saved, ...what } = shown
    const etag = `"${createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22)}"`
    void reply.headers({ etag, 'cache-control': 'private, no-cache' })
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
    return reply.headers({ 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${shown.slug}.pdf"` })
      .send(await pdfOf(shown))
  },
})
