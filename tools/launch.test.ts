import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { runningPostmaster } from '#kernel/db/postmaster.ts'
import { launched } from './testing/launched.ts'
import { aFolder, anEmbedded, aPort, aTakenPort } from '#kernel/testing/temporary.ts'

const settings = async () => ({ SILLAGE_DATA: await aFolder(), PORT: String(await aPort()) })

test('it starts, prints its steps, and a Ctrl-C, even twice, stops everything cleanly', async () => {
  const env = await settings()
  const product = launched(env)
  await product.ready
  expect(product.said.out).toMatch(/✓ database started[^]*✓ roles ready[^]*✓ migrations applied[^]*✓ portal and worker started/)
  product.child.kill('SIGINT')
  product.child.kill('SIGINT')
  expect(await product.ended).toBe(0)
  expect(product.said.err).toBe('')
  expect(await runningPostmaster(path.join(env.SILLAGE_DATA, 'postgres'))).toBeUndefined()
})

test('a stop in the middle of the start leaves nothing running', async () => {
  const env = await settings()
  const product = launched(env)
  // Its first line says that it listens to signals.
  while (!product.said.out.includes('✓')) await pause(5)
  product.child.kill('SIGTERM')
  expect(await product.ended).toBe(0)
  expect(product.said.err).toBe('')
  expect(await runningPostmaster(path.join(env.SILLAGE_DATA, 'postgres'))).toBeUndefined()
})

test('nothing acknowledged is lost when product and database are killed', { timeout: 60_000 }, async () => {
  const env = await settings()
  const address = `http://127.0.0.1:${env.PORT}`
  let acknowledged = 0
  for (let round = 0; round < 3; round++) {
    const product = launched(env)
    await product.ready
    expect(Number(await (await fetch(address)).text())).toBeGreaterThanOrEqual(acknowledged)
    const writers = Array.from({ length: 4 }, async () => {
      for (;;) {
        const answer = await fetch(address, { method: 'POST' }).catch(() => undefined)
        if (!answer?.ok) return
        acknowledged++
      }
    })
    await pause(300)
    const database = await runningPostmaster(path.join(env.SILLAGE_DATA, 'postgres'))
    if (round !== 1) process.kill(database!.pid, 'SIGKILL')   // the second time the database survives, and is attached to
    product.child.kill('SIGKILL')
    await Promise.all([...writers, product.ended])
  }
  const last = launched(env)
  await last.ready
  const kept = Number(await (await fetch(address)).text())
  expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(kept).toBeLessThanOrEqual(acknowledged + 12)   // at most one a writer and round was under way
  expect(acknowledged).toBeGreaterThan(50)
  last.child.kill('SIGTERM')
  expect(await last.ended).toBe(0)
  expect(await runningPostmaster(path.join(env.SILLAGE_DATA, 'postgres'))).toBeUndefined()
})

/** One sentence, on one line, without a stack, and exit code 1. */
async function refuses(env: Record<string, string>, sentence: RegExp) {
  const product = launched(env)
  expect(await product.ended).toBe(1)
  expect(product.said.err).toMatch(sentence)
  expect(product.said.err.trim().split('\n')).toHaveLength(1)
}

test('a second start on the same data is told who uses it', async () => {
  const env = await settings()
  const first = launched(env)
  await first.ready
  await refuses({ ...env, PORT: String(await aPort()) }, new RegExp(`Sillage \\(process ${first.child.pid}\\) already uses`))
})

test('a port in use is named, with another to choose', async () => {
  const port = await aTakenPort()
  const SILLAGE_DATA = await aFolder()
  await refuses({ SILLAGE_DATA, PORT: String(port) }, new RegExp(`Port ${port} is already in use.*PORT=${port + 1}`))
  await refuses({ PORT: 'http' }, /PORT is "http"/)
  await refuses({ PORT: '3000', HOST: '203.0.113.7', SILLAGE_DATA }, /203\.0\.113\.7 is not an address of this machine/)
})

test('a DATABASE_URL that is wrong says how', { timeout: 60_000 }, async () => {
  const { port, superuserUrl } = await anEmbedded()
  const PORT = String(await aPort())
  const [here, closed] = [`127.0.0.1:${port}`, `127.0.0.1:${await aPort()}`]
  await refuses({ PORT, DATABASE_URL: 'not an address' }, /DATABASE_URL is not the address of a PostgreSQL database/)
  await refuses({ PORT, DATABASE_URL: `postgres://a:b@${closed}/c` }, new RegExp(`No PostgreSQL answers at ${closed}`))
  await refuses({ PORT, DATABASE_URL: 'postgres://a:b@nowhere.invalid/c' }, /No PostgreSQL answers at nowhere.invalid:5432/)
  await refuses({ PORT, DATABASE_URL: `postgres://a:secret@${here}/c` }, /refuses the name or the password of "a"(?!.*secret)/)
  await refuses({ PORT, DATABASE_URL: `postgres://a@${here}/c` }, /refuses the name or the password of "a"/)
  await refuses({ PORT, DATABASE_URL: superuserUrl.replace(/\/postgres$/, '/nothing') }, /There is no database "nothing"/)
})

test('an external database runs the same product', async () => {
  const { superuserUrl } = await anEmbedded()
  const product = launched({ PORT: String(await aPort()), DATABASE_URL: superuserUrl, SILLAGE_DATA: await aFolder() })
  await product.ready
  product.child.kill('SIGTERM')
  expect(await product.ended).toBe(0)
})

test('a database of a newer version is a sentence, and a fault of ours keeps its stack', async () => {
  const env = await settings()
  await refuses({ ...env, DOUBLE_NEWER: '1' }, /newer version of Sillage/)
  const product = launched({ ...env, DOUBLE_FAULT: '1' })
  expect(await product.ended).toBe(1)
  expect(product.said.err).toMatch(/a fault of ours\n\s+at /)
})

/** A small disk of its own, where the system lets us make one (root on Linux). */
async function aDisk(options: string): Promise<string | undefined> {
  const folder = path.join(await aFolder(), 'disk')
  await mkdir(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' }).status !== 0) return undefined
  onTestFinished(() => { spawnSync('umount', ['-l', folder]) })
  return folder
}

test('a full disk and a read-only disk are named', async ({ skip }) => {
  const [full, readOnly] = [await aDisk('size=8m,mode=755'), await aDisk('ro')]
  if (!full || !readOnly) skip('this system does not let us make a disk')
  const PORT = String(await aPort())
  await refuses({ PORT, SILLAGE_DATA: full! }, /The disk that holds .* is full/)
  await refuses({ PORT, SILLAGE_DATA: readOnly! }, /cannot write .* \(the disk is read-only\)/)
})
