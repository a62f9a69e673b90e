import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { stopLetter } from '../operations/stop-letter.ts'
import { urls } from '../web/routes.ts'

/**
 * The address in the head of letters, where mail programs post `List-Unsubscribe=One-Click`: no cookie, no origin, the secret is the proof,
 * and the answer is no redirection (RFC 8058 §3.1 and §3.2). A person who presses the page's button posts here too, and goes back to it.
 */
export const stopLetterByMail = raw({
  http: 'POST /lettre-du-mois/arreter/:token',
  input: z.object({ token: z.string().max(100), 'List-Unsubscribe': z.string().optional() }),
  allow: anyone,
  proof: 'token',
  handle: async (_, { token, 'List-Unsubscribe': oneClick }, __, { run, reply }) => {
    await run(stopLetter, { token })
    return oneClick === 'One-Click' ? reply.type('text/plain').send('OK\n') : reply.redirect(urls.stopLetter(token), 303)
  },
})
