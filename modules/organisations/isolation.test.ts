import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { settingsOf } from '#kernel/operation/engine.ts'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'
import { aMember, anOrganisation, aPerson, aSchool, world } from './fixtures.ts'

const tables = ['membership', 'group', 'group_within', 'invitation', 'join_request'] as const
const nobody = '00000000-0000-0000-0000-000000000000'

/** Runs as the portal's role, with the context of somebody; nothing of it stays. */
const as = async <T>(someone: { id: string } | undefined, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const { pools, actorOf } = await world()
  const client = await pools.portal.connect()
  try {
    await client.query('begin')
    const settings = settingsOf({ actor: await actorOf(someone) }, v7())
    await client.query({
      text: `select set_config('app.person', $1, true), set_config('app.organisations', $2, true), set_config('app.entry', $3, true)`,
      values: [settings.person, settings.organisations, settings.entry],
    })
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Two schools, each with a row in every table. */
const twoSchools = async () => {
  const { db } = await world()
  const schools = [await aSchool(), await aSchool()] as const
  for (const { organisationId, manager } of schools) {
    const at = new Date().toISOString()
    await db.insertInto('organisations.invitation').values({
      id: v7(), organisation_id: organisationId, email: `${v7()}@example.org`, role: 'member', invited_by: manager.id, created_at: at,
        last_asked_at: at, expires_at: at,
    }).execute()
    await db.insertInto('organisations.join_request').values({ id: v7(), organisation_id: organisationId, person_id: (await aPerson()).id,
      created_at: at }).execute()
  }
  return schools
}

test('a query without its policy does not cross organisations', async () => {
  const [mine, theirs] = await twoSchools()
  for (const someone of [mine.manager, mine.student]) {
    await as(someone, async (client) => {
      for (const table of tables) {
        const { rows } = await client.query(`select distinct organisation_id from organisations.${table}`)
        expect([table, rows]).toEqual([table, [{ organisation_id: mine.organisationId }]])
        const asked = await client.query({ text: `select from organisations.${table} where organisation_id = $1`,
          values: [theirs.organisationId] })
        expect([table, asked.rowCount]).toEqual([table, 0])
      }
    })
  }
  for (const someone of [mine.stranger, undefined]) {
    await as(someone, async (client) => {
      for (const table of tables) expect([table, (await client.query(`select from organisations.${table}`)).rowCount]).toEqual([table, 0])
    })
  }
})

test('one\'s own memberships are seen from anywhere, also once they are over', async () => {
  const organisationId = await anOrganisation()
  const gone = await aMember(organisationId, 'teacher', { validFrom: '2020-01-01', validTo: '2020-12-31' })
  await aMember(organisationId, 'teacher')
  await as(gone, async (client) => {
    const { rows } = await client.query('select person_id from organisations.membership')
    expect(rows).toEqual([{ person_id: gone.id }])
  })
})

test('without a context there is no answer but an error, on a fresh connection and on one that served', async () => {
  const { pools } = await world()
  const [mine] = await twoSchools()
  for (let time = 0; time < 2; time++) {
    for (const table of tables) {
      await expect(pools.portal.query(`select from organisations.${table}`))
        .rejects.toThrow(/unrecognized configuration|invalid input|malformed array/)
    }
    await Promise.all(Array.from({ length: 20 }, () => as(mine.manager, (client) => client.query('select from organisations.membership'))))
  }
})

test('nothing is written in another organisation, nor one\'s own role changed', async () => {
  const [mine, theirs] = await twoSchools()
  const member = (organisationId: string, personId: string) => ({
    text: `insert into organisations.membership (id, organisation_id, person_id, role, valid_from, source, created_at)
      values ($1, $2, $3, 'structure-manager', now(), 'attack', now())`, values: [v7(), organisationId, personId],
  })
  const crossing = /row-level security/
  await expect(as(mine.manager, (client) => client.query(member(theirs.organisationId, mine.manager.id)))).rejects.toThrow(crossing)
  await expect(as(mine.stranger, (client) => client.query(member(theirs.organisationId, mine.stranger.id)))).rejects.toThrow(crossing)
  await expect(as(mine.manager, (client) => client.query({
    text: `insert into organisations.group (id, organisation_id, kind, name, created_at) values ($1, $2, 'team', 'x', now())`,
      values: [v7(), theirs.organisationId],
  }))).rejects.toThrow(crossing)
  await expect(as(mine.manager, (client) => client.query({
    text: `insert into organisations.join_request (id, organisation_id, person_id, created_at) values ($1, $2, $3, now())`,
    values: [v7(), mine.organisationId, mine.stranger.id],
  }))).rejects.toThrow(crossing)
  for (const statement of [
    `update organisations.membership set ended_at = now() where organisation_id = $1`,
      `update organisations.group set name = 'x' where organisation_id = $1`,
    `update organisations.invitation set revoked_at = now() where organisation_id = $1`,
    `update organisations.join_request set state = 'accepted', decided_at = now() where organisation_id = $1`,
  ]) {
    expect((await as(mine.manager, (client) => client.query({ text: statement, values: [theirs.organisationId] }))).rowCount).toBe(0)
  }
  for (const set of [`role = 'structure-manager'`, `organisation_id = '${theirs.organisationId}'`, `person_id = '${nobody}'`,
    'group_id = null']) {
    await expect(as(mine.student, (client) =>
      client.query(`update organisations.membership set ${set}`))).rejects.toThrow(/permission denied/)
  }
  await expect(as(mine.manager, (client) => client.query('delete from organisations.membership'))).rejects.toThrow(/permission denied/)
  await expect(as(mine.manager, (client) =>
    client.query('update organisations.organisation set siret = null'))).rejects.toThrow(/permission denied/)
})

test('the database asks for the secret of an invitation, whoever asks', async () => {
  const { db, pools } = await world()
  const [mine, theirs] = await twoSchools()
  const { id } = await db.selectFrom('organisations.invitation').select('id').where('organisation_id', '=', theirs.organisationId)
    .executeTakeFirstOrThrow()
  const secret = newToken()
  await db.insertInto('organisations.invitation_token').values({ token_hash: hashOf(secret), organisation_id: theirs.organisationId,
    invitation_id: id }).execute()
  await expect(as(mine.manager, (client) =>
    client.query('select from organisations.invitation_token'))).rejects.toThrow(/permission denied/)
  const use = (token: string) => as(mine.stranger, async (client) => (await client.query<{ done: boolean }>({
    text: 'select organisations.use_invitation($1, $2, now()) as done', values: [hashOf(token), v7()],
  })).rows[0]!.done)
  expect(await use(newToken())).toBe(false)
  // This one has ended.
  expect(await use(secret)).toBe(false)
  await db.updateTable('organisations.invitation').set({ expires_at: new Date(Date.now() + 60_000).toISOString() }).where('id', '=', id)
    .execute()
  expect(await use(secret)).toBe(true)
  for (const pool of [pools.worker, pools.backOffice]) {
    await expect(pool.query({ text: 'select organisations.use_invitation($1, $2, now())',
      values: [hashOf(secret), v7()] })).rejects.toThrow(/permission denied/)
  }
})

test('the policy costs a list of ten thousand members nothing that one would see', { timeout: 60_000 }, async () => {
  const { pools, actorOf } = await world()
  const organisationId = await anOrganisation()
  const manager = await aMember(organisationId, 'structure-manager')
  const others = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
  for (const id of [organisationId, ...others]) {
    await pools.owner.query({
      text: `insert into organisations.membership (id, organisation_id, person_id, role, valid_from, source, created_at)
        select gen_random_uuid(), $1, gen_random_uuid(), 'student', '2020-01-01', 'test',
          now() from generate_series(1, 10000)`, values: [id],
    })
  }
  await pools.owner.query('analyze organisations.membership')
  const statement = {
    values: [organisationId],
    text: 'explain (analyze, format json) select person_id, role from organisations.membership where organisation_id = $1',
  }
  const portal = kyselyAs(pools.portal, settingsOf({ actor: await actorOf(manager) }, v7()))
  const timeOf = async (rows: Promise<Record<string, unknown>[]>) => (((await rows)[0]!['QUERY PLAN']) as { 'Execution Time': number,
    Plan: { 'Actual Rows': number } }[])[0]!
  const planOf = async (text: string) => {
    return timeOf(sql<Record<string, unknown>>`${sql.raw(text.replace('$1', `'${organisationId}'`))}`.execute(portal)
      .then(({ rows }) => rows))
  }
  const [withPolicy, without]: number[][] = [[], []]
  for (let time = 0; time < 9; time++) {
    const one = await planOf(statement.text)
    expect(one.Plan['Actual Rows']).toBe(10001)
    withPolicy!.push(one['Execution Time'])
    without!.push((await timeOf(pools.owner.query(statement).then(({ rows }) => rows)))['Execution Time'])
  }
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[4]!
  expect(median(withPolicy!)).toBeLessThan(median(without!) * 5 + 10)
})
