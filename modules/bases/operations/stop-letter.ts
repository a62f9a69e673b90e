import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { hashOf } from '#modules/identity/api.ts'
import type { Context } from '../policy.ts'

/** Whose letter a secret stops; the secret of any letter of before does. */
export const letterBy = ({ db }: Context, token: string) => db.selectFrom('bases.letter as letter')
  .innerJoin('bases.preference as preference', 'preference.person_id', 'letter.person_id').select(['letter.person_id', 'preference.letter_agreed_at'])
  .where('letter.token_hash', '=', hashOf(token)).executeTakeFirst()

/** Ends the letters of the month without signing in: the secret of one of them is the proof. Twice is once. */
export const stopLetter = command({
  http: 'POST /letters/:token/end',
  input: z.object({ token: z.string().max(100) }),
  output: z.null(),
  on: (context: Context, { token }) => letterBy(context, token),
  allow: anyone,
  run: async ({ db, now }: Context, _, { person_id }) => {
    await db.updateTable('bases.preference').set({ letter_agreed_at: null, updated_at: now }).where('person_id', '=', person_id).execute()
    return null
  },
})
