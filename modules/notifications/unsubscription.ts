import { sql } from 'kysely'
import { hashOf } from '#modules/identity/api.ts'
import type { Context } from './policy.ts'

interface Unsubscription { is_digest: boolean; kinds: string[]; is_done: boolean }

/** What the secret of a mail stops; `act` stops it. None for a secret that opens nothing. */
export const unsubscriptionOf = async ({ db }: Context, token: string, act: boolean): Promise<Unsubscription | undefined> =>
  (await sql<Unsubscription>`select * from notifications.unsubscribe(${hashOf(token)}, ${act})`.execute(db)).rows[0]
