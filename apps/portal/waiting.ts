import { createKept } from '#kernel/db/kept.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { unreadConversations } from '#modules/messaging/api.ts'
import { unreadCount } from '#modules/notifications/api.ts'

/** What waits for somebody: notifications that they have not read (100 at most), conversations where something is new. */
export interface Waiting { notifications: number; messages?: number }

const MOST_PEOPLE = 10_000
const kept = createKept<Waiting>(MOST_PEOPLE)
/** From then on this process counts again only once something was committed. */
export const followWaiting = kept.follow

/** Counted for the header of every page; what is not mounted has no count. */
export const waitingFor = (context: Context, modules: readonly Module[], personId: string): Promise<Waiting> => kept.get(personId, async () => {
  const mounted = (name: string) => modules.some((one) => one.name === name)
  const [notifications, messages] = await Promise.all([
    mounted('notifications') ? unreadCount(context, personId) : 0, mounted('messaging') ? unreadConversations(context, personId) : undefined,
  ])
  return { notifications, messages }
})
