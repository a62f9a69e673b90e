import type { Pool } from 'pg'

/** What pages acknowledge is written together, this often. In milliseconds. */
const GATHER = 2000

/** Gathers how far each device has read, and writes it. What a crash loses is acknowledged again by the page when it comes back. */
export const gathering = (pool: Pool, failed: (error: unknown) => void) => {
  let waiting = new Map<string, { personId: string; deviceId: string; seq: number }>()
  const write = async () => {
    if (waiting.size === 0) return
    const told = [...waiting.values()]
    waiting = new Map()
    await pool.query({
      name: 'live-acknowledge', text: 'select live.acknowledge($1, $2, $3)',
      values: [told.map((one) => one.personId), told.map((one) => one.deviceId), told.map((one) => one.seq)],
    })
  }
  const timer = setInterval(() => { write().catch(failed) }, GATHER)
  return {
    note: (personId: string, deviceId: string, seq: number) => { waiting.set(personId + deviceId, { personId, deviceId, seq }) },
    stop: async () => {
      clearInterval(timer)
      await write().catch(failed)
    },
  }
}
