import { me, type Context } from './policy.ts'

/** When a person's mails may come; what holds for those who said nothing has version 0. */
export const myRhythm = async (context: Context, lock = false) => {
  const rows = context.db.selectFrom('notifications.rhythm').selectAll().where('person_id', '=', me(context))
  const row = await (lock ? rows.forUpdate() : rows).executeTakeFirst()
  return {
    quietFrom: row?.quiet_from ?? null, quietTo: row?.quiet_to ?? null, digestHour: row?.digest_hour ?? 8, digestDay: row?.digest_day ?? 1,
    digests: row?.digests ?? true, version: row?.version ?? 0,
  }
}
