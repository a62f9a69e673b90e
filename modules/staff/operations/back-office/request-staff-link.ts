import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { providerOf, returnTo } from '#modules/identity/api.ts'
import { staffLinkRequested } from '../../events.ts'
import { limitLinks } from '../../limit.ts'
import { VALID } from '../../link.ts'
import type { Context } from '../../policy.ts'

/**
 * Asks for a link by mail, where ProConnect is not configured. The answer and its time are the same whoever has the address: nobody is looked for
 * here.
 */
export const requestStaffLink = command({
  http: 'POST /back-office/sign-in/links',
  input: z.object({ email: z.email().max(254).toLowerCase(), returnTo: returnTo.default('/') }),
  output: z.object({}),
  allow: anyone,
  when: () => providerOf('proconnect') ? 'staff.by-proconnect' : undefined,
  run: async (context: Context, input) => {
    await limitLinks(context, input.email)
    const linkId = v7()
    await context.db.insertInto('staff.sign_in_link').values({
      id: linkId, email: input.email, return_to: input.returnTo, created_at: context.now,
      expires_at: new Date(Date.parse(context.now) + VALID).toISOString(),
    }).execute()
    await context.record(staffLinkRequested, { linkId })
    return {}
  },
})
