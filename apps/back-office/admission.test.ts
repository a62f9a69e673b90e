import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { readConfig } from '#kernel/config.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { configureStaff } from '#modules/staff/api.ts'
import { admitting } from './allow.ts'
import { createBackOffice } from './server.ts'
import { backOfficeOf } from './settings.ts'

const world = worldOf(...modules)
const origin = 'https://gestion.sillage.example'
const settings = {
  SMTP_URL: 'smtp://mail:587', MAIL_FROM: 'a@example.org', SILLAGE_ORIGIN: 'https://sillage.example', BACK_OFFICE_ORIGIN: origin,
  BACK_OFFICE_KEY: randomBytes(32).toString('base64'), SILLAGE_MASTER_KEYS: randomBytes(32).toString('base64'),
}
const log = pino({ level: 'silent' })
let app: FastifyInstance

beforeAll(async () => {
  configureStaff({ origin, name: 'Sillage', keys: [randomBytes(32)] })
  const { pools } = await world()
  const config = { ...readConfig(settings), origin }
  app = await createBackOffice({ config, allow: backOfficeOf(config)!.allow, log, engine: createEngine(pools.backOffice, portsOf(modules)), modules })
  await app.ready()
})
afterAll(() => app.close())

test('only addresses of the list are answered, with nothing but a bare 403 for the others, and no header changes that', async () => {
  const ask = (remoteAddress: string, headers = {}) => app.inject({ url: '/health/live', remoteAddress, headers })
  for (const address of ['203.0.113.9', '10.0.0.1', '::2', '2001:db8::1', '::ffff:203.0.113.9']) {
    const { statusCode, payload, headers } = await ask(address)
    expect({ statusCode, payload }, address).toEqual({ statusCode: 403, payload: '' })
    expect(Object.keys(headers).toSorted(), address).toEqual(['connection', 'content-length', 'date'])
  }
  for (const url of ['/', '/identification', '/api/back-office/security', '/nowhere', '/gestion/a.js']) {
    expect((await app.inject({ url, remoteAddress: '203.0.113.9' })).payload).toBe('')
  }
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'X-Forwarded-For']) {
    expect((await ask('203.0.113.9', { [name]: '127.0.0.1' })).statusCode, name).toBe(403)
    // A proxy that nobody declared would lend its own address to all.
    expect((await ask('127.0.0.1', { [name]: '127.0.0.1' })).statusCode, name).toBe(403)
  }
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect((await ask(address)).statusCode, address).not.toBe(403)
})

test('behind a proxy that is trusted the client\'s address counts, the last one that the proxy wrote', async () => {
  const { pools } = await world()
  const config = { ...readConfig({ ...settings, SILLAGE_TRUST_PROXY: '10.0.0.2', BACK_OFFICE_ALLOW: '192.0.2.0/24, 2001:db8::/32' }), origin }
  const behind = await createBackOffice({ config, allow: backOfficeOf(config)!.allow, log, engine: createEngine(pools.backOffice, portsOf(modules)), modules })
  const ask = async (remoteAddress: string, forwarded?: string) =>
    (await behind.inject({ url: '/api/back-office/sign-in', remoteAddress, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} })).statusCode
  expect(await ask('10.0.0.2', '192.0.2.7')).toBe(200)
  expect(await ask('10.0.0.2', '2001:db8:1::7')).toBe(200)
  expect(await ask('10.0.0.2', '203.0.113.9')).toBe(403)
  // What the client wrote itself stands before what the proxy wrote.
  expect(await ask('10.0.0.2', '192.0.2.7, 203.0.113.9')).toBe(403)
  // Somebody who is not the proxy writes what they like.
  expect(await ask('203.0.113.9', '192.0.2.7')).toBe(403)
  expect(await ask('10.0.0.2')).toBe(403)
  await behind.close()
})

test('settings that would open it by mistake are refused', () => {
  const read = (more: Record<string, string | undefined>) => () => backOfficeOf(readConfig({ ...settings, ...more }))
  expect(read({ SILLAGE_TRUST_PROXY: 'true' })).toThrow(/name the addresses of the proxies/)
  expect(read({ BACK_OFFICE_ALLOW: 'everybody' })).toThrow(/BACK_OFFICE_ALLOW: must hold addresses/)
  expect(read({ BACK_OFFICE_KEY: undefined })).toThrow(/go together/)
  expect(read({ BACK_OFFICE_KEY: 'short' })).toThrow(/BACK_OFFICE_KEY: must be 32 bytes/)
  expect(read({ BACK_OFFICE_KEY: undefined, BACK_OFFICE_ORIGIN: undefined })()).toBeUndefined()
  expect(admitting(['127.0.0.0/8'], true)({ ip: 'not an address', headers: {} })).toBe(false)
})
