import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import type { Context } from '../policy.ts'
import { consentOf } from './start-acting.ts'
import { stateOf } from './state.ts'

/** What the page of the link says before its button: in whose place, until when. Reading it uses nothing. */
export const showConsent = query({
  http: 'GET /acting',
  input: z.object({ token }),
  output: z.object({ isGood: z.boolean(), name: z.string().nullable(), until: z.string().nullable(), signedIn: z.boolean() }),
  allow: anyone,
  run: async (context: Context, input) => {
    const one = await consentOf(context, input.token).executeTakeFirst()
    const isGood = one !== undefined && stateOf(one, context.now) === 'accepted'
    return { isGood, name: isGood ? one.name : null, until: isGood ? one.expires_at : null, signedIn: context.actor.id !== undefined }
  },
})
