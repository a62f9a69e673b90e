import { chmod, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder, anEmbedded, aPort, aTakenPort } from '#kernel/testing/temporary.ts'
import { startEmbedded } from './embedded.ts'
import { isAlive, runningPostmaster } from './postmaster.ts'

const ask = async (url: string, sql: string) => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('it starts, keeps its data and its port, and stops', async () => {
  const directory = await aFolder()
  const first = await anEmbedded({ directory, durable: true })
  await ask(first.superuserUrl, 'create table kept as select 42 as answer')
  await first.stop()
  expect(await runningPostmaster(first.data)).toBeUndefined()
  const second = await anEmbedded({ directory, durable: true })
  expect(second).toMatchObject({ port: first.port, attached: false })
  expect(await ask(second.superuserUrl, 'select answer from kept')).toEqual({ answer: 42 })
})

test('it sorts and splits words in French, and a wrong password is refused', async () => {
  const { superuserUrl } = await anEmbedded()
  expect(await ask(superuserUrl, "select 'é' < 'f' as sorted, to_tsvector('french', 'Éléphants été')::text as words"))
    .toEqual({ sorted: true, words: "'éleph':1" })
  await expect(ask(superuserUrl.replace(/:[^:]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a folder closed to the database\'s account is no obstacle', async () => {
  const directory = await aFolder()
  await chmod(directory, 0o700)
  const first = await anEmbedded({ directory })
  onTestFinished(async () => { await rm(path.dirname(await realpath(first.data)), { recursive: true, force: true }) })
  await ask(first.superuserUrl, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await anEmbedded({ directory })
  expect(await ask(second.superuserUrl, 'select answer from kept')).toEqual({ answer: 42 })
})

test('two starts at once give one server, and the one who attached leaves it to the other', async () => {
  const directory = await aFolder()
  const both = await Promise.all([anEmbedded({ directory }), anEmbedded({ directory })])
  expect(both[0].port).toBe(both[1].port)
  const third = await startEmbedded({ directory, durable: false })
  expect(third.attached).toBe(true)
  const client = new pg.Client(both[0].superuserUrl)
  await client.connect()
  await third.stop()
  expect((await client.query('select 1')).rowCount).toBe(1)
  await client.end()
})

test('it starts again after a kill -9, with what was committed', async () => {
  const directory = await aFolder()
  const first = await anEmbedded({ directory, durable: true })
  await ask(first.superuserUrl, 'create table kept as select 42 as answer')
  process.kill((await runningPostmaster(first.data))!.pid, 'SIGKILL')
  const second = await anEmbedded({ directory, durable: true })
  expect(await ask(second.superuserUrl, 'select answer from kept')).toEqual({ answer: 42 })
})

test('a number left by a dead server and now of another program does not prevent the start', async () => {
  const directory = await aFolder()
  const first = await anEmbedded({ directory })
  const file = path.join(first.data, 'postmaster.pid')
  const left = await readFile(file, 'utf8')
  await first.stop()
  await writeFile(file, left.replace(/^\d+/, String(process.pid)))
  expect((await anEmbedded({ directory })).attached).toBe(false)
})

test('a given port is used, and refused when it is taken', async () => {
  const directory = await aFolder()
  const port = await aPort()
  expect((await anEmbedded({ directory, port })).port).toBe(port)
  const taken = await aTakenPort()
  await expect(startEmbedded({ directory: await aFolder(), port: taken, durable: false }))
    .rejects.toMatchObject({ code: 'EADDRINUSE', port: taken })
})

test('a remembered port that another program took is replaced', async () => {
  const directory = await aFolder()
  const taken = await aTakenPort()
  await writeFile(path.join(directory, 'postgres.port'), String(taken))
  expect((await anEmbedded({ directory })).port).not.toBe(taken)
})

test('stopping does not wait for those who stay connected', async () => {
  const embedded = await anEmbedded()
  const { pid } = (await runningPostmaster(embedded.data))!
  const client = new pg.Client(embedded.superuserUrl)
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.end().catch(() => {}))
  const began = Date.now()
  await embedded.stop()
  await pause(50)
  expect(isAlive(pid)).toBe(false)
  expect(Date.now() - began).toBeLessThan(5000)
})
