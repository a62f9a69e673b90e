import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { pathOr } from '../return-to.ts'
import { requestSignInLink } from './request-sign-in-link.ts'

/** What the sign-in page needs: where one goes back to, and whether one is already in. */
export const showSignIn = query({
  http: 'GET /sign-in',
  input: z.object({ returnTo: z.string().optional() }),
  output: z.object({ returnTo: z.string(), signedIn: z.boolean() }),
  allow: anyone,
  can: { requestSignInLink },
  run: async ({ actor }: Context, { returnTo }) => ({ returnTo: pathOr(returnTo), signedIn: actor.id !== undefined }),
})
