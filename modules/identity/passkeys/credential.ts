import { z } from 'zod'
import type { Context } from '../policy.ts'
import { hashOf } from '../token.ts'

/** What the browser answers, as the JSON text that a form carries (Web Authentication §5.1, `toJSON`). */
export const credential = z.string().min(1).max(20_000)

const base64url = z.string().regex(/^[\w-]*$/)
const common = { id: base64url.max(1500), rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.record(z.string(),
  z.unknown()).default({}) }

export const registration = z.object({ ...common, response: z.object({
  clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string().max(20)).max(10).default([]),
}) })
export const assertion = z.object({ ...common, response: z.object({
  clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional(),
}) })

/** The answer, when it has the right form. */
export const read = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

const clientData = z.object({ challenge: base64url })

/** Takes out the challenge that the answer signs: it serves once. None for one that nobody gave, gave to another, or too long ago. */
export const takeChallenge = async (
  { db, now }: Context, clientDataJSON: string, whose: { person_id: string } | { browser_hash: Buffer },
): Promise<string | undefined> => {
  const said = read(clientData, Buffer.from(clientDataJSON, 'base64url').toString())
  if (!said) return undefined
  const [[column, value]] = Object.entries(whose) as [['person_id' | 'browser_hash', never]]
  const row = await db.deleteFrom('identity.passkey_challenge').where('challenge_hash', '=', hashOf(said.challenge))
    .where(column, '=', value)
    .where('expires_at', '>', now).returning('challenge_hash').executeTakeFirst()
  return row && said.challenge
}
