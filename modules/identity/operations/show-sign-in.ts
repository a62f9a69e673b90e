import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { providers } from '../providers/provider.ts'
import { pathOr } from '../return-to.ts'
import { requestSignInLink } from './request-sign-in-link.ts'

/** What the sign-in page needs: where one goes back to, whether one is already in, and by which providers one may enter. */
export const showSignIn = query({
  http: 'GET /sign-in',
  input: z.object({ returnTo: z.string().optional() }),
  output: z.object({
    returnTo: z.string(), signedIn: z.boolean(),
    providers: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(['franceconnect', 'proconnect', 'establishment']) })),
  }),
  allow: anyone,
  can: { requestSignInLink },
  run: async ({ actor }: Context, { returnTo }) => ({
    returnTo: pathOr(returnTo), signedIn: actor.id !== undefined, providers: providers()
      .map(({ key, label, kind }) => ({ key, label, kind })),
  }),
})
