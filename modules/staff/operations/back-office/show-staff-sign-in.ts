import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { pathOr, providerOf } from '#modules/identity/api.ts'
import type { Context } from '../../policy.ts'
import { requestStaffLink } from './request-staff-link.ts'

/** What the first page of the back office needs: where one goes back to, whether one is already in, and by what one enters. */
export const showStaffSignIn = query({
  http: 'GET /back-office/sign-in',
  input: z.object({ returnTo: z.string().optional() }),
  output: z.object({ returnTo: z.string(), signedIn: z.boolean(), proConnect: z.boolean() }),
  allow: anyone,
  can: { requestStaffLink },
  run: async ({ actor }: Context, { returnTo }) =>
    ({ returnTo: pathOr(returnTo), signedIn: actor.id !== undefined, proConnect: providerOf('proconnect') !== undefined }),
})
