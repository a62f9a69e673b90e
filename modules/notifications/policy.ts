import { sql } from 'kysely'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & { 'identity.card': IdentityCard }
export type Context = KernelContext<Tables>

/** The person who acts; a visitor is asked to sign in. */
export const me = ({ actor }: KernelContext): string => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return actor.id
}

/** One's own, and of these what one wants on screen: every read starts here. */
export const myNotifications = (context: Context) =>
  context.db.selectFrom('notifications.notification as notification').where('notification.person_id', '=', me(context))
    .where('notification.on_screen', '=', true)

/** The same with the person who caused each, when there is one and they are still here. */
export const toldWithCause = (rows: ReturnType<typeof myNotifications>) =>
  rows.leftJoin('notifications.cause as cause', 'cause.notification_id', 'notification.id')
    .leftJoin('identity.card as card', 'card.id', 'cause.person_id').selectAll('notification').select('card.name as by_name')

/** One of one's own, locked for what changes it. */
export const myNotification = (context: Context, id: string) =>
  myNotifications(context).selectAll('notification').where('notification.id', '=', id).forUpdate().executeTakeFirst()

/** How many unread notifications a person has, 100 at most, which reads as « more than 99 »: one statement, outside of any transaction. */
export const unreadCount = async ({ db }: Pick<KernelContext, 'db'>, personId: string): Promise<number> => {
  const { rows: [row] } = await sql<{ unread: number }>`select notifications.unread(${personId}::uuid) as unread`.execute(db)
  return row?.unread ?? 0
}
