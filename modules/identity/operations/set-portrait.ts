import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { profileUpdated } from '../events.ts'
import { myself, type Context } from '../policy.ts'
import { showPortrait } from '../portrait.ts'

/** A picture of oneself, seen by those who may see the profile; none takes it away. */
export const setPortrait = command({
  http: 'PUT /me/portrait',
  input: z.object({ fileId: z.uuid().nullable().default(null) }),
  output: z.null(),
  on: (context: Context) => myself(context).forNoKeyUpdate().executeTakeFirst(),
  allow: owns('id'),
  run: async (context: Context, { fileId }, me) => {
    const { db, record } = context
    const file = fileId && await db.selectFrom('files.card').select('mime').where('id', '=', fileId).executeTakeFirst()
    if (fileId && !(file && file.mime.startsWith('image/'))) throw new Refusal('identity.not-an-image')
    await showPortrait(context, { ...me, portrait_file_id: fileId })
    await db.updateTable('identity.person').set({ portrait_file_id: fileId, version: me.version + 1 }).where('id', '=', me.id).execute()
    await record(profileUpdated, { personId: me.id })
    return null
  },
})
