import { Pool, type PoolClient } from 'pg'
import { connect } from '#kernel/db/connection.ts'
import { transaction } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { settingsOf } from '#kernel/operation/engine.ts'
import { signal } from '#modules/live/api.ts'

const WRITERS = 20
const any = (people: readonly string[]) => people[Math.floor(Math.random() * people.length)]!

/** How many a second, by so many that write at once. */
const sustained = async (seconds: number, send: () => Promise<void>): Promise<number> => {
  let sent = 0
  const ending = Date.now() + seconds * 1000
  await Promise.all(Array.from({ length: WRITERS }, async () => {
    while (Date.now() < ending) {
      await send()
      sent++
    }
  }))
  return sent / seconds
}

const statement = (person: string) => ({
  name: 'signal',
  text: `select live.signal($1::uuid[], $2::uuid, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10::int, $11::bool, $12::timestamptz)`,
  values: [[person], v7(), new Date().toISOString(), 'bench.told', 'UPDATE', 'REALTIME', 'NORMAL', null, null, null, false, null],
})

/** Sendings that are committed, a second, by the platform and by the driver alone with the same statements, in turn. */
export const durable = async (url: string, people: readonly string[], rounds: number, seconds: number) => {
  const [ours, bare] = [connect(url, WRITERS), new Pool({ connectionString: url, max: WRITERS })]
  bare.on('error', () => undefined)
  const settings = settingsOf({ actor: visitor }, v7())
  const viaUs = () => transaction(ours, settings, async ({ db }) => {
    await signal({ db, now: new Date().toISOString() }, { to: [any(people)], topic: 'bench.told' })
  })
  const alone = async () => {
    const client: PoolClient = await bare.connect()
    await client.query('begin')
    await client.query({
      name: 'settings', values: [settings.person, settings.organisations, settings.principals, settings.entry],
      text: `select set_config('app.person', $1, true), set_config('app.organisations', $2, true), set_config('app.principals', $3, true),
        set_config('app.entry', $4, true)`,
    })
    await client.query(statement(any(people)))
    await client.query('commit')
    client.release()
  }
  const pairs: { ours: number; bare: number }[] = []
  for (let round = -1; round < rounds; round++) {
    const pair = { ours: await sustained(seconds, viaUs), bare: await sustained(seconds, alone) }
    if (round >= 0) pairs.push(pair)
  }
  await Promise.all([ours.end(), bare.end()])
  return pairs
}
