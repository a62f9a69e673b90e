import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Pool } from 'pg'
import { addressOf, freshDatabase } from '../testing/database.ts'
import { together, type Statement } from './batch.ts'
import { connect } from './connection.ts'
import { kernelSchema } from './migrate.ts'
import { kyselyAs, transaction } from './transaction.ts'

let pool: Pool
let drop: () => Promise<unknown>
beforeAll(async () => {
  const cluster = inject('cluster')
  const database = await freshDatabase(cluster, [kernelSchema])
  // One connection, so that what a statement leaves behind is seen by the next.
  pool = connect(addressOf(cluster, database.name, 'sillage_owner'), 1)
  drop = database.drop
  await pool.query('create table kernel.thing (id int primary key, text text)')
})
afterAll(async () => {
  await pool.end()
  await drop()
})

const insert = (id: number, text: unknown = 'x'): Statement => ({ name: 'insert', text: 'insert into kernel.thing values ($1, $2)', values: [id, text] })
const things = async () => (await pool.query<{ id: number }>('select id from kernel.thing order by id')).rows.map(({ id }) => id)
const who = { person: 'p', organisations: '{}', principals: '{}', entry: 'e' }
const asked = "select current_setting('app.person', true) as person"

test('statements leave together and each has its result', async () => {
  const [one, none, two] = await together(pool, [
    { name: 'one', text: 'select $1::int as a, 2 as b', values: [1] }, insert(1), { text: 'select id from kernel.thing', values: [] },
  ])
  expect([one!.rows, none!.rowCount, two!.rows]).toEqual([[{ a: 1, b: 2 }], 1, [{ id: 1 }]])
})

test('together they are one transaction: the first that fails undoes them, and what was skipped can be asked again', async () => {
  const skipped: Statement = { name: 'skipped', text: 'select 7 as seven', values: [] }
  await expect(together(pool, [insert(2), insert(1), skipped])).rejects.toMatchObject({ code: '23505' })
  expect(await things()).toEqual([1])
  expect((await together(pool, [skipped]))[0]!.rows).toEqual([{ seven: 7 }])
})

test('after a value that cannot be written nothing leaves, not even the commit', async () => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  await expect(transaction(pool, who, async (tx) => {
    await tx.query(insert(3))
    tx.send({ name: 'circular', text: 'insert into kernel.thing values (4, $1)', values: [circular] })
  })).rejects.toThrow(/circular/)
  expect(await things()).toEqual([1])
})

test('who asks is known to the statement, and to none that follows', async () => {
  const { rows } = await kyselyAs(pool, who).executeQuery<{ person: string }>({ sql: asked, parameters: [] } as never)
  expect(rows).toEqual([{ person: 'p' }])
  expect((await pool.query<{ person: string }>(asked)).rows[0]!.person).toBe('')
  await transaction(pool, who, async (tx) => {
    expect((await tx.query<{ person: string }>({ text: asked, values: [] })).rows).toEqual([{ person: 'p' }])
  })
  expect((await pool.query<{ person: string }>(asked)).rows[0]!.person).toBe('')
})

test('statements asked at the same time in a transaction are answered each; a statement that is only sent fails the commit', async () => {
  const numbers = await transaction(pool, who, async (tx) => Promise.all([1, 2, 3].map(async (number) =>
    (await tx.query<{ n: number }>({ text: 'select $1::int as n', values: [number] })).rows[0]!.n)))
  expect(numbers).toEqual([1, 2, 3])
  await expect(transaction(pool, who, async (tx) => {
    await tx.query(insert(5))
    tx.send(insert(1))
    tx.send(insert(6))
  })).rejects.toMatchObject({ code: '23505' })
  expect(await things()).toEqual([1])
})

test('a connection that is cut fails what it was asked, and the pool gives another', async () => {
  await expect(together(pool, [{ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] }, insert(8)])).rejects.toThrow(/terminat/)
  expect(await things()).toEqual([1])
})
