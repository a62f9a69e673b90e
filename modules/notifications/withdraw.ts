import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { releaseSubject } from '#modules/switches/api.ts'
import { HELD } from './closed.ts'
import { subjectKey, type About } from './notify.ts'
import type { Context } from './policy.ts'

/**
 * Takes away what these people were told about something that is not to be seen any more: from their list, from mails that have not left,
 * and from what waits to be told. For a job of the worker, in batches of people.
 */
export const withdraw = async (context: KernelContext, about: About, personIds: readonly string[]): Promise<void> => {
  const { db } = context as Context
  const asked = await db.deleteFrom('notifications.request').where('about', '=', subjectKey(about)).returning('id').execute()
  for (const { id } of asked) await releaseSubject(context, HELD, id)
  if (personIds.length === 0) return
  await db.deleteFrom('notifications.notification')
    .where('person_id', 'in', [...personIds]).where('about', '=', subjectKey(about)).execute()
}
