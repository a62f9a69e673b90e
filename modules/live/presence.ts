import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Context } from '#kernel/operation/operation.ts'

/** Said again this often, believed for so long: a process that is killed leaves nobody there for good. In seconds. */
const [SAID, BELIEVED] = [20, 50]

/** Says again and again who listens to this process. The database keeps those who agreed alone. */
export const attending = (pool: Pool, hubId: string, people: () => string[], failed: (error: unknown) => void) => {
  let said = 0
  const say = async (present: string[]) => {
    if (present.length + said === 0) return
    await pool.query({ name: 'live-attend', text: 'select live.attend($1, $2, $3)', values: [hubId, present, BELIEVED] })
    said = present.length
  }
  const timer = setInterval(() => { say(people()).catch(failed) }, SAID * 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await say([]).catch(failed)
    },
  }
}

/** Who of these people has a page open now: only those who show it, and only to somebody who shows it too. */
export const presentAmong = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, personIds: readonly string[]): Promise<Set<string>> => {
  if (!actor.id || personIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select live.present(${actor.id}::uuid, ${personIds}::uuid[]) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
