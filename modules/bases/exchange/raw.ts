import { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw } from '#kernel/operation/raw.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { slug } from '../limits.ts'
import { administersBase, basesSeenBy, type Context } from '../policy.ts'
import { archiveLimits, zipped } from './archive.ts'
import { brought, planned } from './bring.ts'
import { takeText } from './markdown/raw.ts'
import { packed } from './pack.ts'
import { readPackage } from './package.ts'
import { pdf } from './pdf/raw.ts'

/** The whole of a base in one archive, for those who administer it. */
const takeAway = raw({
  http: 'GET /mes-bases/:slug/base.zip',
  input: z.object({ slug }),
  on: (context: Context, { slug }) => basesSeenBy(context).selectAll('base').where('base.slug', '=', slug).executeTakeFirst(),
  allow: administersBase,
  handle: async (context: Context, _, base, { reply }) => reply.headers({
    'content-type': 'application/zip', 'content-disposition': `attachment; filename="${base.slug}.zip"`,
      'cache-control': 'private, no-store',
  }).send(Readable.from(zipped(packed(context, base), context.now), { objectMode: false })),
})

/** The body of a request, no longer than a package may be. */
const bodyOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > archiveLimits.packed) throw new Refusal('bases.package-too-large', { bytes: archiveLimits.packed }, 413)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const baseOf = async (context: Context, baseId: string | undefined) => {
  if (!baseId) return undefined
  const base = await basesSeenBy(context).select(['base.id', 'base.slug', 'base.title']).where('base.id', '=', baseId).executeTakeFirst()
  if (!base) throw new Refusal('not-found', {}, 404)
  if (!administersBase.holds(context.actor, base)) throw new Refusal('forbidden', {}, 403)
  return base
}

/**
 * A package, its body the archive, into a base that one administers, or into a new one. It says what it would do, and does it only when
 * asked by
 * `confirm`. The rights to write are those of the commands that it runs.
 */
const bringIn = raw({
  http: 'POST /api/bases/packages',
  input: z.object({ baseId: z.uuid().optional(), confirm: z.boolean().default(false) }),
  allow: signedIn,
  stream: true,
  handle: async (context: Context, { baseId, confirm }, _, { request, reply, run }) => {
    const place = await baseOf(context, baseId)
    const given = readPackage(await bodyOf(request.raw as AsyncIterable<Buffer>))
    return reply.send(confirm ? await brought(context, given, { into: place, run }) : await planned(context, given, place))
  },
})

export const exchangeRoutes = [takeAway, bringIn, pdf, takeText]
