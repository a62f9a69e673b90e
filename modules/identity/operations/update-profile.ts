import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { profileUpdated } from '../events.ts'
import { myself, type Context } from '../policy.ts'
import { showPortrait } from '../portrait.ts'
import { profile } from '../profile.ts'

/** What one says of oneself. */
export const updateProfile = command({
  http: 'PATCH /me',
  input: profile,
  output: z.object({ version: z.int() }),
  on: (context: Context) => myself(context).forNoKeyUpdate().executeTakeFirst(),
  allow: owns('id'),
  versioned: true,
  run: async (context: Context, input, me) => {
    const { db, record } = context
    await showPortrait(context, { ...me, is_public: input.isPublic })
    const { version } = await db.updateTable('identity.person').set({
      first_name: input.firstName, last_name: input.lastName, title: input.title || null, location: input.location || null,
      department: input.department || null, about: input.about || null, is_public: input.isPublic, time_zone: input.timeZone,
      version: me.version + 1,
    }).where('id', '=', me.id).returning('version').executeTakeFirstOrThrow()
    await record(profileUpdated, { personId: me.id })
    return { version }
  },
})
