import { z } from 'zod'
import { command, Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { raw } from '#kernel/operation/raw.ts'
import { allOf, inPerson, owns } from '#kernel/operation/rule.ts'
import { archives } from '../archive/build.ts'
import { decrypting } from '../archive/cipher.ts'
import { PROVED_WITHIN } from '../fresh.ts'
import { myArchives, type Context } from '../policy.ts'

const input = z.object({ archiveId: z.uuid() })

/** Asked by the route below alone, since its answer is of no use to anyone else: a command, so that each download leaves a trace. */
const openArchive = {
  ...command({
    http: 'POST /me/archives/:archiveId/downloads',
    input,
    output: z.object({ secret: z.string(), size: z.int() }),
    on: (context: Context, { archiveId }) => myArchives(context).selectAll('archive').where('archive.id', '=', archiveId)
      .where('archive.state', '=', 'ready').where('archive.ends_at', '>', context.now).executeTakeFirst(),
    allow: allOf(inPerson, owns('person_id')),
    provedWithin: PROVED_WITHIN,
    run: async (_: Context, __, { secret, size }) => ({ secret: secret!, size: size! }),
  }),
  name: 'privacy.openArchive',
}

/** The archive of one's data, for oneself, while its link lasts and for who proved recently who they are. */
export const readArchive = raw({
  http: 'GET /me/archives/:archiveId/mes-donnees.zip',
  input,
  allow: inPerson,
  handle: async (_: KernelContext, { archiveId }, __, { reply, run }) => {
    const { secret, size } = await run(openArchive, { archiveId })
    const bytes = await archives.get(archiveId)
    if (!bytes) throw new Refusal('privacy.archive-gone', {}, 404)
    const clear = await decrypting(archiveId, secret)
    bytes.stream.on('error', (error) => clear.destroy(error)).pipe(clear)
    return reply.headers({
      'content-type': 'application/zip', 'content-disposition': 'attachment; filename="mes-donnees.zip"', 'content-length': size,
      'cache-control': 'no-store',
    }).send(clear)
  },
})
