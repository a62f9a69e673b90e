import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder, aPort } from '#kernel/testing/temporary.ts'
import { environmentOf, startBackOfficeProcess } from './launch-back-office.ts'
import { launched } from './testing/launched.ts'

const program = path.join(import.meta.dirname, 'testing/back-office-double.ts')

const started = async (more: Record<string, string> = {}) => {
  const port = await aPort()
  const lines: string[] = []
  const one = startBackOfficeProcess({ program, env: { BACK_OFFICE_PORT: String(port), ...more }, tell: (line) => lines.push(line) })
  onTestFinished(one.stop)
  return { ...one, lines, url: `http://127.0.0.1:${port}` }
}
const answers = (url: string) => fetch(url).then(({ ok }) => ok, () => false)

test('it answers, falls, is said to have fallen, is back, and stays down once it is stopped', async () => {
  const { address, url, lines, stop, pid } = await started()
  expect(await address).toBe(url)
  const first = pid()
  await fetch(url, { method: 'POST' }).catch(() => undefined)
  await expect.poll(() => answers(url), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => lines).toEqual(['The back office ended (SIGKILL). It starts again in 0.5 s; the portal goes on.', 'The back office is back.'])
  expect(pid()).not.toBe(first)
  await stop()
  expect(await answers(url)).toBe(false)
  await pause(800)
  expect(await answers(url)).toBe(false)
  expect(lines).toHaveLength(2)
})

test('what stops it from starting is one sentence, and it is not an error of the portal', async () => {
  const { address, lines } = await started({ DOUBLE_BACK_OFFICE_FAILS: 'EADDRINUSE' })
  expect(await address).toBeUndefined()
  expect(lines[0]).toMatch(/^The back office could not start: Port \d+ is already in use.*BACK_OFFICE_PORT=/)
})

test('of the addresses of the database it knows its own role\'s alone, and no secret that is another\'s', () => {
  const env = {
    PATH: '/bin', DATABASE_URL: 'postgres://owner', DATABASE_URL_PORTAL: 'postgres://portal', DATABASE_URL_WORKER: 'postgres://worker',
    S3_SECRET_ACCESS_KEY: 'secret', FRANCECONNECT_CLIENT_SECRET: 'secret', BACK_OFFICE_KEY: 'key', PROCONNECT_CLIENT_ID: 'id',
  }
  expect(environmentOf(env, { DATABASE_URL_BACK_OFFICE: 'postgres://back-office' }))
    .toEqual({ PATH: '/bin', BACK_OFFICE_KEY: 'key', PROCONNECT_CLIENT_ID: 'id', DATABASE_URL_BACK_OFFICE: 'postgres://back-office' })
})

test('a Ctrl-C of the launcher stops both; a launcher that is killed leaves no back office behind', async () => {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const port = await aPort()
    const product = launched({
      SILLAGE_DATA: await aFolder(), PORT: String(await aPort()), BACK_OFFICE_PORT: String(port), DOUBLE_BACK_OFFICE: program,
    })
    await product.ready
    expect(product.said.out).toMatch(/✓ portal and worker started[^]*✓ back office started[^]*ready http/)
    expect(await answers(`http://127.0.0.1:${port}`)).toBe(true)
    product.child.kill(signal)
    expect(await product.ended).toBe(signal === 'SIGINT' ? 0 : null)
    await expect.poll(() => answers(`http://127.0.0.1:${port}`), { timeout: 5000 }).toBe(false)
  }
})

test('the portal is served although the back office cannot start', async () => {
  const PORT = String(await aPort())
  const product = launched({
    SILLAGE_DATA: await aFolder(), PORT, BACK_OFFICE_PORT: String(await aPort()), DOUBLE_BACK_OFFICE: program, DOUBLE_BACK_OFFICE_FAILS: 'EACCES',
  })
  await product.ready
  expect(await answers(`http://127.0.0.1:${PORT}`)).toBe(true)
  expect(product.said.err).toMatch(/The back office could not start/)
  product.child.kill('SIGTERM')
  expect(await product.ended).toBe(0)
})
