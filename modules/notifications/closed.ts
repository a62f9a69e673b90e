import type { Context } from '#kernel/operation/operation.ts'
import { switchForPerson } from '#modules/switches/api.ts'

/** Notifications, as administrators switch them off: nothing is told meanwhile but what is critical. */
export const FEATURE = 'notifications'
/** What waits for them to be lifted: something to tell, to those for whom they are switched off. */
export const HELD = 'notifications.request'

export const isClosed = async (context: Context, personId: string): Promise<boolean> =>
  await switchForPerson(context, FEATURE, personId) !== undefined
