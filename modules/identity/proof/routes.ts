import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import { credential } from '../passkeys/credential.ts'
import type { Context } from '../policy.ts'
import { pathOr } from '../return-to.ts'
import { elevate } from '../session.ts'
import { urls } from '../web/routes.ts'
import { proveByLink } from './prove-by-link.ts'
import { proveByPasskey } from './prove-by-passkey.ts'

/** The person is themselves again: their session goes on under a new token, and they go back to where they were. */
export const renew = async (context: Context, { reply }: Http, to: string, proof: { acr?: string; amr?: readonly string[] } = {}) => {
  const { cookie } = await elevate(context, proof)
  return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(to, 303)
}

/** The button of the page to which the mail leads. */
const renewByLink = raw({
  http: 'POST /proof/link',
  input: z.object({ token }),
  allow: inPerson,
  bodyLimit: 10_000,
  handle: async (context: Context, input, _, http) => {
    let proved
    try {
      proved = await http.run(proveByLink, input)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // The page of the link says why, in words.
      return http.reply.redirect(urls.proofLink(input.token), 303)
    }
    return renew(context, http, proved.returnTo)
  },
})

/** The form that the page sends by itself once the device has answered. */
const renewByPasskey = raw({
  http: 'POST /proof/passkey',
  input: z.object({ credential, returnTo: z.string().optional() }),
  allow: inPerson,
  bodyLimit: 30_000,
  handle: async (context: Context, input, _, http) => {
    const returnTo = pathOr(input.returnTo)
    try {
      await http.run(proveByPasskey, { credential: input.credential })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return http.reply.redirect(urls.proof(returnTo, 'passkey'), 303)
    }
    return renew(context, http, returnTo, { amr: ['swk', 'user'] })
  },
})

export const proofRoutes = [renewByLink, renewByPasskey]
