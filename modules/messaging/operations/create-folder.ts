import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { refuseTwin } from '../folders.ts'
import { folderName, MOST_FOLDERS } from '../limits.ts'
import { me, type Context } from '../policy.ts'

/** Makes a folder for one's conversations. */
export const createFolder = command({
  http: 'POST /me/message-folders',
  input: z.object({ name: folderName }),
  output: z.object({ folderId: z.uuid() }),
  allow: signedIn,
  run: async (context: Context, { name }) => {
    const { count } = await context.db.selectFrom('messaging.folder').select((eb) => eb.fn.countAll<string>().as('count'))
      .where('person_id', '=', me(context)).executeTakeFirstOrThrow()
    if (Number(count) >= MOST_FOLDERS) throw new Refusal('messaging.too-many-folders', { most: MOST_FOLDERS })
    await refuseTwin(context, name)
    const folderId = v7()
    await context.db.insertInto('messaging.folder').values({ id: folderId, person_id: me(context), name, created_at: context.now })
      .execute()
    return { folderId }
  },
})
