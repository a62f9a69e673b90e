import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { modules as all } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'
import { journalErasure, replayErasures } from '#kernel/db/restore-erasures.ts'
import { execute } from '#kernel/fact/execution.ts'
import { addContent } from '#modules/bases/operations/add-content.ts'
import { createResource } from '#modules/bases/operations/create-resource.ts'
import { publishResource } from '#modules/bases/operations/publish-resource.ts'
import { setResourceIndexation } from '#modules/bases/operations/set-resource-indexation.ts'
import { showResource } from '#modules/bases/operations/show-resource.ts'
import { readSession, openSession } from '#modules/identity/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { settling } from '#modules/privacy/api.ts'
import { finishDeletions } from '#modules/privacy/deletion-jobs.ts'
import { provedPerson, worldWith } from '#modules/privacy/fixtures.ts'
import { requestArchive } from '#modules/privacy/operations/request-archive.ts'
import { requestDeletion } from '#modules/privacy/operations/request-deletion.ts'
import { statementsOf } from '#modules/privacy/statements.ts'
import { tablesOf } from '#modules/privacy/archive/tables.ts'
import { kept, moduleNames, tableNames } from '#modules/privacy/web/names.fr.ts'

// The whole product: what a module forgot to say of its rows shows here.
const world = worldWith(...all, demo)

const aResource = async (author: { id: string }, title: string, published: boolean) => {
  const { as } = await world()
  const { run } = as(author)
  const { resourceId } = await run(createResource, { title, description: 'Une description', baseId: null })
  await run(addContent, { resourceId, type: 'text', text: `Texte de ${title}` })
  await run(setResourceIndexation, { resourceId, version: 0, themes: ['parentalite'], supportTypes: ['tutoriel'], audiences: ['parents'] })
  return { resourceId, slug: published ? (await run(publishResource, { resourceId })).slug : '' }
}

test('every table that modules export is read for the person, has a name in French, and hides nothing behind a row policy', async () => {
  const { modules, db } = await world()
  const declared = modules.flatMap(({ privacy }) => Object.entries(privacy)).flatMap(([table, privacy]) => privacy === 'none' ? []
    : [{ table, ...privacy }])
  const written = await db.selectFrom('privacy.statement').selectAll().execute()
  const of = (kind: string) => written.filter((row) => row['kind'] === kind).map((row) => String(row['table_name'])).toSorted()
  expect(of('export')).toEqual(declared.filter((one) => one.export === 'rows').map(({ table }) => table).toSorted())
  expect(of('erase')).toEqual(declared.filter((one) => one.erase !== 'keep').map(({ table }) => table).toSorted())
  expect(of('hold').some((table) => table.startsWith('organisations.'))).toBe(true)
  expect(of('hold').some((table) => /^(identity|bases|files|live|notifications|announcements|switches|terms)\./.test(table))).toBe(false)
  expect(of('export').filter((table) => !tableNames[table])).toEqual([])
  expect(of('export').filter((table) => !moduleNames[table.split('.')[0]!])).toEqual([])
  // What stays as it is with somebody's identifier says why, by law.
  const unexplained = declared.filter(({ table, erase }) => erase === 'keep' && !kept[table]).map(({ table }) => table)
  expect(unexplained).toEqual([])
  // The functions that read and erase run as the owner: a policy that left it out would hide rows from both, in silence.
  const { rows } = await sql<{ name: string; command: string }>`select c.oid::regclass::text as name, command
    from pg_class c cross join unnest(array['r', 'w', 'd']) as command
    where c.relforcerowsecurity and c.oid::regclass::text = any(${declared.map(({ table }) => table)})
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd::text in ('*', command)
        and (p.polroles = '{0}' or 'sillage_owner'::regrole::oid = any(p.polroles)) and pg_get_expr(p.polqual,
          p.polrelid) = 'true')`.execute(db)
  expect(rows).toEqual([])
})

test('every statement runs, on every table of the product', async () => {
  const { pools, modules } = await world()
  const client = await pools.owner.connect()
  try {
    for (const { text, table, kind } of statementsOf(modules)) {
      await client.query('begin')
      await client.query(text.replaceAll('$1', `'${v7()}'::uuid`)).catch((error: Error) => { throw new Error(
        `${kind} ${table}: ${error.message}`) })
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})

test('a person leaves for good: what they published stays without their name, the rest goes, and a restore does not bring them back',
  async () => {
  const { as, db, work, pools, modules, data, lettersTo, engine } = await world()
  const person = await makePerson(db, { firstName: 'Rosalie', lastName: 'Unique-Nom', about: 'Phrase-personnelle' })
  const other = await makePerson(db, { firstName: 'Témoin', lastName: 'Restant' })
  const open = await aResource(person, 'Publiée pour tous', true)
  const draft = await aResource(person, 'Brouillon secret', false)
  const others = await aResource(other, 'Celle d’une autre personne', false)
  const { cookie } = await openSession(engine.context({ actor: provedPerson(person), origin: { request: 'test' } }), person.id,
    'email-link')
  const proved = provedPerson(person)
  await as(proved).run(requestArchive, {})
  await as(proved).run(requestDeletion, { name: 'rosalie unique-nom' })
  await work()
  // The delay is not over: nothing moves.
  await execute(pools.worker, finishDeletions, {})
  await work()
  expect(await readSession(pools.portal, modules, cookie)).toMatchObject({ id: person.id })

  // Time passes.
  await db.updateTable('privacy.deletion').set({ asked_at: sql`asked_at - interval '31 days'`, due_at: sql`due_at - interval '31 days'` })
    .where('person_id', '=', person.id).execute()
  const before = await db.selectFrom('identity.person').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  const content = await db.selectFrom('bases.resource').selectAll().where('id', '=', draft.resourceId).executeTakeFirstOrThrow()
  const written = await db.selectFrom('bases.draft').selectAll().where('resource_id', '=', draft.resourceId).executeTakeFirstOrThrow()
  await execute(pools.worker, finishDeletions, {})
  await work()

  expect(await readSession(pools.portal, modules, cookie)).toBeUndefined()
  const shown = await as().run(showResource, { slug: open.slug })
  expect(shown).toMatchObject({ title: 'Publiée pour tous' })
  const exists = async (id: string) => (await db.selectFrom('bases.resource').select('id').where('id', '=', id).execute()).length > 0
  expect([await exists(draft.resourceId), await exists(others.resourceId)]).toEqual([false, true])
  const subjects = lettersTo(person.email).map(({ subject }) => subject)
  expect(subjects.slice(0, 2).toSorted()).toEqual([expect.stringMatching(/^Vos données sur Sillage sont prêtes/),
    expect.stringMatching(/sera supprimé le/)])
  expect(subjects.slice(2)).toEqual(['Votre compte sur Sillage est supprimé'])
  // Nothing of them is left anywhere in the product's tables.
  const { rows } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = any(${modules.map(({ name }) => name)}) or schemaname = 'kernel'`.execute(db)
  const traces: string[] = []
  for (const { name } of rows) {
    const found = await sql`select from ${sql.raw(name)} as one
      where one::text ~ 'Rosalie|Unique-Nom|Phrase-personnelle' or one::text like ${`%${person.email}%`}`.execute(db)
    if (found.rows.length) traces.push(name)
  }
  expect(traces).toEqual([])

  // A backup of before is restored: the person and their draft are there again, until the journal is replayed.
  await db.updateTable('identity.person').set({ ...before }).where('id', '=', person.id).execute()
  const { is_open: _, ...draftRow } = content
  await db.insertInto('bases.resource').values({ ...draftRow }).execute()
  await db.insertInto('bases.draft').values({ ...written, state: JSON.stringify(written['state']) }).execute()
  const folder = mkdtempSync(join(tmpdir(), 'sillage-restored-'))
  cpSync(join(data, 'erasures.ndjson'), join(folder, 'erasures.ndjson'))
  expect(await replayErasures(pools.owner, modules, folder, settling(db, modules))).toBe(1)
  expect(await db.selectFrom('identity.person').select(['first_name', 'erased_at']).where('id', '=', person.id).executeTakeFirstOrThrow())
    .toEqual({ first_name: null, erased_at: expect.any(String) })
  expect(await exists(draft.resourceId)).toBe(false)
  await journalErasure(folder, person.id, new Date().toISOString())
  expect(await replayErasures(pools.owner, modules, folder, settling(db, modules))).toBe(1)
})

test('an archive has every table that is exported, even those in which the person has nothing', async () => {
  const { as, db, pools, engine } = await world()
  const person = await makePerson(db)
  const { archiveId } = await as(provedPerson(person)).run(requestArchive, {})
  const { kyselyOn } = await import('#kernel/db/connection.ts')
  const context = { ...engine.context({ actor: provedPerson(person), origin: { request: 'test' } }), db: kyselyOn<any>(pools.worker),
    enqueue: async () => {} }
  const tables = await tablesOf(context as never, archiveId)
  expect(tables.every(({ columns }) => columns.length > 0)).toBe(true)
  expect(tables.find(({ name }) => name === 'identity.person')?.rows).toMatchObject([{ id: person.id }])
})
