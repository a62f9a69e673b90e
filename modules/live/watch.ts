import type { Actor } from '#kernel/operation/actor.ts'
import { CLOSED } from './carrier.ts'
import type { Connection } from './connection.ts'

/** A session is looked at again after this. In milliseconds. */
const RECHECK = 60_000

/** Cuts the pages whose session has ended. @param readActor who a `Cookie` header signs in now. */
export const watching = (readActor: (cookies: string | undefined) => Promise<Actor | undefined>, failed: (error: unknown) => void) => {
  const due = new WeakMap<Connection, number>()
  const check = async (one: Connection) => {
    const actor = await readActor(one.cookies)
    if (actor?.id !== one.personId) one.close(CLOSED.session, 'session')
  }
  return {
    /** Looks at this one now. */
    check: (one: Connection) => { check(one).catch(failed) },
    /** Looks at this one if it is time: in turn, so that a thousand pages that came at once are not looked at at once. */
    checkIfDue: (one: Connection, now: number) => {
      const at = due.get(one)
      if (at === undefined || now >= at) due.set(one, now + (at === undefined ? RECHECK * (0.5 + Math.random() / 2) : RECHECK))
      if (at !== undefined && now >= at) check(one).catch(failed)
    },
  }
}
