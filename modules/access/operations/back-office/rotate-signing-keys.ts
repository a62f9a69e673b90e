import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'

/**
 * No key of today signs any more: the next token asked for makes another. Tokens already given run to their end, unless the keys were
 * stolen: then nothing that they signed is accepted.
 */
export const rotateSigningKeys = command({
  http: 'POST /back-office/signing-keys/rotation',
  input: z.object({ stolen: z.boolean().default(false) }),
  output: z.object({ keys: z.int() }),
  allow: holds('administrator'),
  provedWithin: 10,
  run: async ({ db, now }: Context, { stolen }) => {
    const { numUpdatedRows } = await db.updateTable('access.signing_key').set({ signs_until: now, ...stolen && { published_until: now } })
      .where('published_until', '>', now).where((eb) => stolen ? eb.lit(true) : eb('signs_until', '>', now)).executeTakeFirstOrThrow()
    return { keys: Number(numUpdatedRows) }
  },
})
