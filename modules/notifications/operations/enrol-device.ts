import { createHash, ECDH } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { browserOf } from '#modules/identity/api.ts'
import { me, type Context } from '../policy.ts'
import { pushOffered } from '../push/configuration.ts'

/** More devices than a person has. */
const MOST = 20

const isPoint = (key: string): boolean => {
  try {
    return ECDH.convertKey(key, 'prime256v1', 'base64url', 'base64url', 'compressed').length > 0
  } catch {
    return false
  }
}

/**
 * Wants to be told on this device too: where its push service takes what is for it, and the keys of its browser (Push API §7.1, RFC 8291
 * §2).
 * The same browser again keeps its place; another person who used it before is told nothing there any more.
 */
export const enrolDevice = command({
  http: 'POST /me/devices',
  input: z.object({
    endpoint: z.url({ protocol: /^https?$/ }).max(1000),
    p256dh: z.string().regex(/^B[\w-]{86}$/), auth: z.string().regex(/^[\w-]{22}$/),
    /** What the browser says of itself; its family alone is kept. */
    agent: z.string().max(500).default(''),
  }),
  output: z.object({ deviceId: z.uuid() }),
  allow: inPerson,
  run: async (context: Context, { endpoint, p256dh, auth, agent }) => {
    const { db, now } = context
    if (!pushOffered()) throw new Refusal('notifications.push-not-offered')
    if (!isPoint(p256dh)) throw new Refusal('notifications.device-unreadable', {}, 422)
    const hash = createHash('sha256').update(endpoint).digest()
    const mine = await db.selectFrom('notifications.device').select('endpoint_hash').where('person_id', '=', me(context)).execute()
    if (mine.length >= MOST && !mine.some((one) => one.endpoint_hash.equals(hash))) throw new Refusal('notifications.too-many-devices')
    const { rows: [row] } = await sql<{ id: string }>`select notifications.enrol(${v7()}::uuid, ${endpoint}, ${hash}, ${p256dh}, ${auth},
      ${browserOf(agent || undefined)}, ${now}::timestamptz) as id`.execute(db)
    return { deviceId: row!.id }
  },
})
