import pg from 'pg'
import { expect, test } from 'vitest'
import { anEmbedded } from '#kernel/testing/temporary.ts'
import { addresses, asRole } from './addresses.ts'
import type { Embedded } from './embedded.ts'
import { prepareEmbedded, prepareExternal } from './prepare.ts'
import { rolesSql, type Purpose } from './roles.ts'

const run = async (url: string, sql: string) => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const results = [await client.query(sql)].flat()
    return results.at(-1)!.rows as unknown[]
  } finally {
    await client.end()
  }
}

/** An account and its database on the same server, as an administrator gives them; gives its address. */
async function anAccount(embedded: Embedded, name: string, attributes: string) {
  await run(embedded.superuserUrl, `create role ${name} login ${attributes} password 'secret'`)
  await run(embedded.superuserUrl, `create database ${name} owner ${name}`)
  return `postgres://${name}:secret@127.0.0.1:${embedded.port}/${name}`
}

const asOwner = `create schema app; create table app.thing (id int); create policy mine on app.thing using (false);
  alter table app.thing enable row level security; insert into app.thing values (1);
  grant usage on schema app to sillage_portal; grant select on app.thing to sillage_portal;
  grant usage, create on schema app to sillage_search; create table app.document (id int);
  alter table app.document owner to sillage_search; create index on app.document (id)`

async function holds(at: Record<Purpose, string>) {
  await run(at.owner, asOwner)
  expect(await run(at.portal, 'select current_user, (select count(*)::int from app.thing) as seen'))
    .toEqual([{ current_user: 'sillage_portal', seen: 0 }])
  for (const url of [at.portal, at.worker, at.backOffice, at.statistics]) {
    await expect(run(url, 'create table app.mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(run(url, 'create table public.mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(run(url, 'delete from app.thing')).rejects.toMatchObject({ code: '42501' })
  }
  await expect(run(at.worker, 'select from app.document')).rejects.toMatchObject({ code: '42501' })
}

test('the embedded database gives each role its rights, as often as it is prepared', async () => {
  const embedded = await anEmbedded()
  await prepareEmbedded(embedded)
  await prepareEmbedded(embedded)
  await holds(addresses({}, embedded))
  const tooStrong = "select from pg_roles where rolname like 'sillage%' and (rolsuper or rolbypassrls or rolcreatedb)"
  expect(await run(embedded.superuserUrl, tooStrong)).toEqual([])
})

test('an external account that may create roles gets them, and takes each in turn', async () => {
  const url = await anAccount(await anEmbedded(), 'chief', 'createrole')
  await prepareExternal(url)
  await prepareExternal(url)
  await holds(addresses({ DATABASE_URL: url }))
})

test('an external account that may not is refused, until the administrator has run the SQL', async () => {
  const embedded = await anEmbedded()
  const url = await anAccount(embedded, 'plain', '')
  await expect(prepareExternal(url)).rejects.toMatchObject({ code: 'SILLAGE_ROLES' })
  const administrator = new URL(embedded.superuserUrl)
  administrator.pathname = '/plain'
  await run(administrator.href, rolesSql({ database: 'plain', login: 'plain' }))
  await prepareExternal(url)
  await holds(addresses({ DATABASE_URL: url }))
})

test('an address that is given for a purpose is used as it is', () => {
  const at = addresses({ DATABASE_URL: 'postgres://a:b@host/db?sslmode=require', DATABASE_URL_WORKER: 'postgres://w:x@host/db' })
  expect(at.worker).toBe('postgres://w:x@host/db')
  expect(at.portal).toBe('postgres://a:b@host/db?sslmode=require&options=-c%20role%3Dsillage_portal')
})

test('the options of an address are kept, and its own role needs none', () => {
  expect(asRole('postgres://a@h/db?options=-c%20jit%3Doff', 'r')).toBe('postgres://a@h/db?options=-c%20jit%3Doff%20-c%20role%3Dr')
  expect(asRole('postgres://sillage_owner@h/db', 'sillage_owner')).toBe('postgres://sillage_owner@h/db')
  expect(() => asRole('mysql://a@h/db', 'r')).toThrow(expect.objectContaining({ code: 'ERR_INVALID_URL' }))
})
