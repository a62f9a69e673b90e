import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { letterOf } from './letters.ts'

/** Nothing runs, nothing is fetched, and the document has an origin of its own: a mail is written by others. */
const SEALED = [
  "default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", 
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

/** The HTML of a mail, as a mail program would show it. */
export const mailContent = raw({
  http: 'GET /demonstration/courrier/:mailId/mise-en-forme',
  input: z.object({ mailId: z.uuid() }),
  on: (_: Context, { mailId }) => letterOf(mailId),
  allow: anyone,
  handle: async (_: Context, __, letter, { reply }) => reply.type('text/html; charset=utf-8')
    .header('content-security-policy', SEALED).header('cache-control', 'no-store').send(letter.html),
})
