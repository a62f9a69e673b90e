import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { configured } from '../configuration.ts'
import type { Context } from '../policy.ts'
import { letterOf } from './letters.ts'

/** A line that is an address becomes a link; one of ours stays on the host by which one reads. */
const linesOf = (text: string) => text.trim().split(/\r?\n/).map((line) => {
  if (!/^https?:\/\/\S+$/.test(line)) return { text: line, href: null }
  const { origin } = configured()
  return { text: line, href: line.startsWith(`${origin}/`) ? line.slice(origin.length) : line }
})

/** One mail, as text. Its HTML is another page's, closed in a sandbox. */
export const showMail = query({
  http: 'GET /demonstration/mails/:mailId',
  input: z.object({ mailId: z.uuid() }),
  output: z.object({
    id: z.uuid(), receivedAt: z.string(), from: z.string(), to: z.string(), subject: z.string(),
    lines: z.array(z.object({ text: z.string(), href: z.string().nullable() })), hasHtml: z.boolean(),
  }),
  on: (_: Context, { mailId }) => letterOf(mailId),
  allow: anyone,
  run: async (_: Context, __, letter) => ({ ...letter, lines: linesOf(letter.text), hasHtml: letter.html !== '' }),
})
