import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { myself, type Context } from '../policy.ts'
import { completeProfile } from './complete-profile.ts'
import { setPortrait } from './set-portrait.ts'
import { updateProfile } from './update-profile.ts'

const text = z.string().nullable()

/** One's own profile and addresses. */
export const showMe = query({
  http: 'GET /me',
  input: z.object({}),
  output: z.object({
    personId: z.uuid(), firstName: text, lastName: text, title: text, location: text, department: text, about: text,
    isPublic: z.boolean(), timeZone: z.string(), portraitFileId: text, joinedAt: z.string(), version: z.int(),
    addresses: z.array(z.object({ email: z.string(), verifiedAt: text, isPrimary: z.boolean() })),
  }),
  on: (context: Context) => myself(context).executeTakeFirst(),
  allow: owns('id'),
  can: { completeProfile, setPortrait, updateProfile },
  run: async ({ db }: Context, _, me) => {
    const addresses = await db.selectFrom('identity.address').select(['email', 'verified_at', 'is_primary'])
      .where('person_id', '=', me.id).orderBy('is_primary', 'desc').orderBy('email').execute()
    return {
      personId: me.id, firstName: me.first_name, lastName: me.last_name, title: me.title, location: me.location, department: me.department,
      about: me.about, isPublic: me.is_public, timeZone: me.time_zone, portraitFileId: me.portrait_file_id, joinedAt: me.created_at,
      version: me.version,
      addresses: addresses.map((one) => ({ email: one.email, verifiedAt: one.verified_at, isPrimary: one.is_primary })),
    }
  },
})
