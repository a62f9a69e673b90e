import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { enter } from '../enter.ts'
import { signInByPasskey } from '../operations/sign-in-by-passkey.ts'
import type { Context } from '../policy.ts'
import { browserOfCookies } from '../providers/browser-cookie.ts'
import { pathOr } from '../return-to.ts'
import { urls } from '../web/routes.ts'
import { credential } from './credential.ts'
import { optionRoutes } from './options.ts'

/** The form that the sign-in page sends by itself once the device has answered: sets the cookie. */
const enterByPasskey = raw({
  http: 'POST /sign-in/passkeys/session',
  input: z.object({ credential, returnTo: z.string().optional() }),
  allow: anyone,
  bodyLimit: 30_000,
  handle: async (context: Context, input, _, http) => {
    const returnTo = pathOr(input.returnTo)
    let entered
    try {
      entered = await http.run(signInByPasskey, { credential: input.credential,
        browser: browserOfCookies(http.request.headers.cookie) ?? '' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return http.reply.redirect(urls.signInFailed(error.code === 'identity.account-suspended' ? 'suspended' : 'passkey', undefined,
        returnTo), 303)
    }
    // A key in the hands of the person, who was recognised by it (RFC 8176).
    return enter(context, http, entered.personId, 'passkey', entered.named ? returnTo : urls.welcome(returnTo), { amr: ['swk', 'user'] })
  },
})

export const passkeyRoutes = [...optionRoutes, enterByPasskey]
