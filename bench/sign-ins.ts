/**
 * A Monday at eight: people who sign in by link, a thousand a minute, for as long as told. Each asks for a link, opens the one of their
 * mail
 * (the mail itself is the worker's, and not here), and reads who they are. They come at their hour whether the ones before were answered
 * or not, from as many networks. Then as fast as it goes.
 * Run with `npm run bench:sign-ins [-- <seconds> <a minute>]`.
 */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from '#kernel/id.ts'
import { createPerson, hashOf, newToken } from '#modules/identity/api.ts'
import { figure } from './measure/figure.ts'
import { median } from './measure/load.ts'
import { processorTime, startServer } from './measure/server.ts'
import { openDatabase } from './signed-in/database.ts'

const [seconds = 60, rate = 1000] = process.argv.slice(2, 4).map(Number)
const BURST = 500

const database = await openDatabase()
const { context } = database

/** A person, and a link that waits in their mailbox, as the job leaves it. */
const aPerson = async (at: number) => {
  const [email, link, token] = [`person-${at}@example.org`, v7(), newToken()]
  await createPerson(context, { firstName: 'Ada', lastName: `Martin ${at}`, email })
  await context.db.insertInto('identity.sign_in_link').values({
    id: link, email, purpose: 'sign-in', return_to: '/', created_at: context.now,
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  }).execute()
  await context.db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: link }).execute()
  return { email, token, network: `10.${at >> 16 & 255}.${at >> 8 & 255}.${at & 255}` }
}

try {
  const count = Math.ceil(seconds * rate / 60)
  const people: Awaited<ReturnType<typeof aPerson>>[] = []
  for (let at = 0; at < count + BURST; at++) people.push(await aPerson(at))
  const server = await startServer(join(import.meta.dirname, 'signed-in/ours.ts'), { url: database.url })
  const origin = 'http://localhost:3000'
  const url = `http://127.0.0.1:${server.port}`
  const signIn = async ({ email, token, network }: (typeof people)[number]): Promise<number> => {
    const headers = { origin, 'x-forwarded-for': network }
    const began = performance.now()
    const asked = await fetch(`${url}/api/sign-in/links`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ email }) })
    const entered = await fetch(`${url}/sign-in/session`, { method: 'POST', headers, redirect: 'manual',
      body: new URLSearchParams({ token }) })
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const me = await fetch(`${url}/api/me`, { headers: { ...headers, cookie } })
    if (!asked.ok || entered.status !== 303 || !me.ok) throw new Error(`A sign-in was refused: ${asked.status}, ${entered.status}, ${me.status}`)
    await Promise.all([asked.arrayBuffer(), entered.arrayBuffer(), me.arrayBuffer()])
    return performance.now() - began
  }
  try {
    const [before, began] = [await processorTime(server.pid), performance.now()]
    const coming: Promise<number>[] = []
    for (const [at, person] of people.slice(0, count).entries()) {
      await pause(Math.max(0, began + at * 60_000 / rate - performance.now()))
      coming.push(signIn(person))
    }
    const took = (await Promise.all(coming)).toSorted((one, other) => one - other)
    const minutes = (performance.now() - began) / 60_000
    const processor = (await processorTime(server.pid) - before) / count
    figure({
      name: 'sign-ins a minute, sustained', value: Math.round(count / minutes), target: { least: rate * 0.98 },
        shown: (value) => `${Math.round(value)}`,
      detail: `${count} in all, none refused; half under ${Math.round(median(took))} ms, 99 % under ${Math.round(took[Math.floor(took.length * 0.99)]!)} ms; ${processor.toFixed(1)} ms of processor each`,
    })
    const burst = performance.now()
    const waiting = people.slice(count)
    await Promise.all(Array.from({ length: 16 }, async () => { for (let one = waiting.pop(); one; one = waiting.pop()) await signIn(one) }))
    figure({ name: 'sign-ins a minute, as fast as it goes', value: BURST / ((performance.now() - burst) / 60_000),
      shown: (value) => `${Math.round(value)}` })
  } finally {
    await server.stop()
  }
} finally {
  await database.stop()
}
