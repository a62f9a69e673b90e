import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { gathering } from './acknowledgements.ts'
import { CLOSED, Written, type Carrier } from './carrier.ts'
import { closing } from './closed.ts'
import { Connection } from './connection.ts'
import { envelopeOf } from './envelope.ts'
import { reading, type News } from './news.ts'
import { attending } from './presence.ts'
import { sourceOf } from './source.ts'
import { CHECK } from './topics.ts'
import { watching } from './watch.ts'

export interface HubOptions {
  readonly pool: Pool
  /** The installation's public address, in what is told. */
  readonly source: string
  /** Who a `Cookie` header signs in now: asked again while a page listens. */
  readonly readActor: (cookies: string | undefined) => Promise<Actor | undefined>
  readonly failed: (error: unknown) => void
}

/** Pages of one person that listen at once: the oldest leaves. */
const MOST_PAGES = 20
/** What was missed in silence is looked for this often. In milliseconds. */
const SWEEP = 45_000
/** Each page is looked at once a second, so many parts of them in turn: ten thousand at once would make others wait. */
const PARTS = 10

/**
 * The streams of the people whose pages this process holds open. `wake` after any commit, here or elsewhere: it reads what is new. A wake
 * that is lost delays, and loses nothing: the table is the truth.
 */
export const createHub = ({ pool, source, readActor, failed }: HubOptions) => {
  const people = new Map<string, Set<Connection>>()
  const each = function* () { for (const pages of people.values()) yield* pages }
  const parts = Array.from({ length: PARTS }, () => new Set<Connection>())
  let [joined, ticks] = [0, 0]
  const acknowledgements = gathering(pool, failed)
  const presence = attending(pool, v7(), () => [...people.keys()], failed)
  const sessions = watching(readActor, failed)
  const switches = closing(pool, people, failed)
  let unheard = false

  const news = reading(pool, (told: News) => {
    let message: Written | undefined
    told.people.forEach((personId, place) => {
      const pages = people.get(personId)
      if (!pages) return
      message ??= new Written(JSON.stringify(envelopeOf(told, source)))
      for (const one of pages) {
        one.offer(told.seqs[place]!, message, told.asks)
        if (told.topic === CHECK) sessions.check(one)
      }
    })
  }, failed)
  const ofPages = sourceOf({
    pool, source, begin: news.begin, acknowledged: acknowledgements.note, failed,
    ended: (personId) => { people.get(personId)?.forEach(sessions.check) },
  })
  const wake = () => {
    if (people.size > 0) news.read()
    switches.changed()
  }
  const sweep = async () => {
    switches.changed()
    const behind = await news.behind(each())
    for (const one of each()) if (one.sent === undefined || behind.has(one.personId)) one.catchUp()
  }
  const restart = async () => {
    news.end()
    if (people.size > 0) await news.begin()
    await sweep()
  }
  const tick = () => {
    const now = Date.now()
    const part = ticks++ % PARTS
    for (const one of parts[part]!) {
      one.tick(now)
      sessions.checkIfDue(one, now)
    }
    if (unheard && part === 0) wake()
  }
  const timers = [setInterval(tick, 1000 / PARTS), setInterval(() => { sweep().catch(failed) }, SWEEP)]

  return {
    wake,
    /** Notices of commits may be lost from here on: the table is read each second. */
    pause: () => { unheard = true },
    /** They are heard again. */
    resume: () => {
      if (unheard) restart().catch(failed)
      unheard = false
      wake()
    },
    /** A page of a person who has signed in begins to listen. Call `leave` when its carrier is gone. */
    join: (actor: Actor, cookies: string | undefined, carrier: Carrier): Connection => {
      const one = new Connection(actor.id!, cookies, carrier, ofPages)
      const pages = people.get(one.personId) ?? new Set()
      people.set(one.personId, pages.add(one))
      parts[joined++ % PARTS]!.add(one)
      if (pages.size > MOST_PAGES) pages.values().next().value!.close(CLOSED.many, 'too many pages')
      switches.check(one).catch(failed)
      return one
    },
    leave: (one: Connection) => {
      one.closed()
      parts.forEach((part) => part.delete(one))
      const pages = people.get(one.personId)
      pages?.delete(one)
      if (pages?.size === 0) people.delete(one.personId)
      if (people.size === 0) news.end()
    },
    stop: async () => {
      timers.forEach(clearInterval)
      switches.stop()
      for (const one of each()) one.close(CLOSED.away, 'restart')
      await Promise.all([acknowledgements.stop(), presence.stop(), news.stop()])
    },
  }
}

export type Hub = ReturnType<typeof createHub>
