import type { Pool } from 'pg'
import { kyselyOn } from '#kernel/db/connection.ts'
import { visitor } from '#kernel/operation/actor.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { everySwitch, switchesFor, switchForPerson, type Off } from '#modules/switches/api.ts'
import type { Connection } from './connection.ts'

/** What administrators close: pages then change when they are loaded, and not by themselves. */
export const FEATURE = 'real-time'

/** Switches are looked at so often at most. In milliseconds. */
const GATHER = 1000
/** A page that was sent away comes back after so long, or at the end that was announced, if it is nearer. In seconds. */
const [SOONEST, LATEST] = [5, 120]

const nothing = async () => { throw new Error('Nothing is recorded here') }

/**
 * Sends away the pages of those to whom administrators closed the streams. In each process, by itself, after each commit: there is no
 * message that could be lost.
 */
export const closing = (pool: Pool, people: ReadonlyMap<string, ReadonlySet<Connection>>, failed: (error: unknown) => void) => {
  const db = kyselyOn<any>(pool)
  const context = (): Context => ({ db, actor: visitor, now: new Date().toISOString(), origin: { request: '' }, record: nothing })
  /** The switches that hold, as they were last seen; none while nobody looks. */
  let known: readonly string[] | undefined
  let timer: NodeJS.Timeout | undefined
  let looked = 0

  const sendAway = (one: Connection, { endsAt }: Off) => {
    const left = endsAt === null ? LATEST : Math.ceil((Date.parse(endsAt) - Date.now()) / 1000)
    one.sendAway(Math.min(Math.max(left, SOONEST), LATEST))
  }
  const look = async () => {
    timer = undefined
    looked = Date.now()
    const before = known
    const now = (await everySwitch(context())).flatMap(({ feature, switchId }) => feature === FEATURE ? [switchId] : [])
    // Whoever joins from here on is asked about apart.
    known = now
    if (now.every((id) => before?.includes(id))) return
    for (const [personId, off] of await switchesFor(context(), FEATURE, [...people.keys()])) {
      for (const one of people.get(personId) ?? []) sendAway(one, off)
    }
  }
  const fail = (error: unknown) => {
    known = undefined
    failed(error)
  }
  return {
    /** Something was committed: a switch, perhaps. */
    changed: () => {
      if (people.size === 0) known = undefined
      else timer ??= setTimeout(() => { look().catch(fail) }, Math.max(0, looked + GATHER - Date.now()))
    },
    /** This page begins to listen. */
    check: async (one: Connection) => {
      if (known?.length === 0) return
      if (!known) await look()
      const off = known?.length === 0 ? undefined : await switchForPerson(context(), FEATURE, one.personId)
      if (off) sendAway(one, off)
    },
    stop: () => clearTimeout(timer),
  }
}
