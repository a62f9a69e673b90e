import { setTimeout as pause } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { kyselyOn } from '#kernel/db/connection.ts'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { worldOf, type World } from '#kernel/testing/world.ts'
import { audit } from './module.ts'
import { sealNext } from './sealing.ts'

export const world = worldOf(audit)

/** An administrator of the platform, as the session's reader gives them. */
export const anAdministrator = (): Actor & { id: string } =>
  ({ id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' })

interface Given {
  id: string, at: string, person_id: string, acting_for: string, client: string, operation: string, outcome: string, code: string, target: string
  about: string, request: string, address: string, parameters: Record<string, string>
}

/** An entry of the trace, as a command leaves it, in any world whose database has this module. @returns its key. */
export const anEntry = async (db: Kysely<any>, { parameters, ...given }: Partial<Given> = {}): Promise<string> => {
  const id = given.id ?? v7()
  await db.insertInto('audit.entry').values({
    id, at: new Date().toISOString(), operation: 'parcels.sendParcel', outcome: 'done', request: 'request', salt: v7(), ...given,
    parameters: parameters ? JSON.stringify(parameters) : null,
  }).execute()
  return id
}

const isHeld = sql<{ held: boolean }>`select coalesce(max(xid), 0) >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint as held
  from (select xid from audit.entry union all select xid from audit.change) as line`

/** Seals all that was committed, in one go: transactions of other tests, in other databases of the server, may hold it back for a moment. */
export const sealAll = async ({ pools }: World): Promise<void> => {
  const db = kyselyOn<any>(pools.worker)
  while ((await isHeld.execute(db)).rows[0]!.held) await pause(10)
  while (await sealNext(db, new Date().toISOString())) continue
}
