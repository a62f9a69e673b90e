import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { setting } from '#modules/settings/api.ts'
import { configured } from '../configuration.ts'
import { isFresh } from '../fresh.ts'
import { nameToType } from '../name-to-type.ts'
import { me, myDeletion, type Context } from '../policy.ts'
import { departure } from '../setting.ts'
import { requestDeletion } from './request-deletion.ts'

/** Before one asks: what would go, what would stay without one's name, what one should settle first. Each module says its part. */
export const foreseeDeletion = query({
  http: 'GET /me/deletion',
  input: z.object({}),
  output: z.object({
    name: z.string(), days: z.int(), isFresh: z.boolean(), dueAt: z.string().nullable(),
    consequences: z.array(z.object({ becomes: z.enum(['goes', 'stays', 'asks']), says: z.string(), href: z.string().optional() })),
  }),
  allow: inPerson,
  confidential: true,
  can: { requestDeletion },
  run: async (context: Context) => {
    const personId = me(context)
    const [name, { deletionDays }, waiting] = await Promise.all([
      nameToType(context, personId), setting(context, departure), myDeletion(context).executeTakeFirst(),
    ])
    const consequences = await Promise.all(configured().modules.map(async (one) => await one.departure?.foresee(context, personId) ?? []))
    return {
      name, days: deletionDays, isFresh: isFresh(context.actor, context.now), dueAt: waiting?.due_at ?? null,
      consequences: consequences.flat(),
    }
  },
})
