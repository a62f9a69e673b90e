import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { v7 } from '../id.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fact } from '../fact/fact.ts'
import { job } from '../fact/job.ts'
import { reaction, type WorkerContext } from '../fact/reaction.ts'
import { worldOf } from '../testing/world.ts'
import { visitor } from './actor.ts'
import { module } from './module.ts'
import { command, query, Refusal, type Context } from './operation.ts'
import { anyone, owns, signedIn } from './rule.ts'

interface Tables { 'notes.note': { id: string; person_id: string; text: string; version: number } }

// A module made for this test, with its own table and its own folder.
const folder = mkdtempSync(join(tmpdir(), 'sillage-notes-'))
mkdirSync(join(folder, 'tables'))
writeFileSync(join(folder, 'tables/0001-notes.sql'), `
  create table notes.note (id uuid primary key, person_id uuid not null, text text not null, version integer not null default 1);
  alter table notes.note enable row level security;
  alter table notes.note force row level security;
  create policy own on notes.note to sillage_portal using (person_id = current_setting('app.person')::uuid);
  create policy work on notes.note to sillage_owner, sillage_worker using (true);
  grant usage on schema notes to sillage_portal, sillage_worker;
  grant select, insert, update on notes.note to sillage_portal, sillage_worker;`)

const written = fact({ name: 'notes.note-written', data: z.object({ noteId: z.uuid() }), subject: ({ noteId }) => noteId })
const noteSeenBy = ({ db, actor }: Context<Tables>, id: string) => db.selectFrom('notes.note').selectAll()
  .where('person_id', '=', actor.id ?? null).where('id', '=', id)

const writeNote = command({
  http: 'POST /notes', input: z.object({ text: z.string().min(1).max(20) }), output: z.object({ noteId: z.uuid() }), allow: signedIn,
  run: async (context: Context<Tables>, { text }) => {
    const { db, actor } = context
    const id = v7()
    await db.insertInto('notes.note').values({ id, person_id: actor.id!, text, version: 1 }).execute()
    await context.record(written, { noteId: id })
    if (text === 'never') throw new Refusal('notes.never')
    return { noteId: id }
  },
})
const editNote = command({
  http: 'PATCH /notes/:noteId', input: z.object({ noteId: z.uuid(), text: z.string() }), output: z.object({ version: z.int() }),
  on: (context: Context<Tables>, { noteId }) => noteSeenBy(context, noteId).forNoKeyUpdate().executeTakeFirst(),
  allow: owns('person_id'), versioned: true, when: (note) => note.text === 'closed' ? 'notes.closed' : undefined,
  run: async ({ db }: Context<Tables>, { text }, note) => {
    const { version } = await db.updateTable('notes.note').set({ text, version: note.version + 1 }).where('id', '=', note.id)
      .returning('version').executeTakeFirstOrThrow()
    return { version }
  },
})
const showNote = query({
  http: 'GET /notes/:noteId', input: z.object({ noteId: z.uuid() }), output: z.object({ text: z.string() }), confidential: true,
  on: (context: Context<Tables>, { noteId }) => noteSeenBy(context, noteId).executeTakeFirst(), allow: owns('person_id'), can: { editNote },
  run: async (_: Context<Tables>, __, note) => note,
})
const everyNote = query({
  http: 'GET /notes', input: z.object({}), output: z.array(z.object({ text: z.string() })), confidential: true, allow: signedIn,
  run: ({ db }: Context<Tables>) => db.selectFrom('notes.note').select('text').execute(),
})
const forgetful = query({
  http: 'GET /forgetful', input: z.object({}), output: z.array(z.object({ text: z.string() })), allow: signedIn,
  run: ({ db }: Context<Tables>) => db.selectFrom('notes.note').select('text').execute(),
})
const shout = job({
  name: 'notes.shout', payload: z.object({ noteId: z.uuid() }),
  run: async ({ db }: WorkerContext<Tables>, { noteId }) => {
    const { text } = await db.updateTable('notes.note').set((eb) => ({ text: eb.fn<string>('upper', ['text']) })).where('id', '=', noteId)
      .returning('text').executeTakeFirstOrThrow()
    return { letters: text.length }
  },
})
const shoutLater = reaction({
  name: 'notes.shout-later', to: written, run: (context: WorkerContext<Tables>, { noteId }) => context.enqueue(shout, { noteId }),
})
const burnNotes = command({
  http: 'POST /notes/burn', input: z.object({}), output: z.null(), allow: signedIn, provedWithin: 5, run: async () => null,
})
const makeSecret = command({
  http: 'POST /notes/secret', input: z.object({}), output: z.object({ secret: z.string() }), allow: signedIn, secret: true,
  run: async () => ({ secret: `secret-${v7()}` }),
})
const drawLot = command({
  http: 'POST /notes/lot', input: z.object({}), output: z.object({ lot: z.uuid() }), allow: anyone, run: async () => ({ lot: v7() }),
})
const world = worldOf(module({
  name: 'notes', folder: relative(join(import.meta.dirname, '../..'), folder), operations: { drawLot, makeSecret, burnNotes, writeNote, editNote, showNote, everyNote, forgetful },
  facts: [written], reactions: [shoutLater], jobs: [shout],
}))
const [ada, bob] = [{ id: v7() }, { id: v7() }]

test('a command answers, and its fact becomes a job whose outcome is kept', async () => {
  const { as, facts, work, db } = await world()
  const { noteId } = await as(ada).run(writeNote, { text: 'hello' })
  expect(await facts(written)).toContainEqual({ noteId })
  await work()
  expect(await as(ada).answer(showNote, { noteId })).toEqual({ output: { text: 'HELLO' }, can: { editNote: true } })
  const outcome = await db.selectFrom('kernel.job_execution').selectAll().where('name', '=', 'notes.shout').executeTakeFirstOrThrow()
  expect(outcome).toMatchObject({ result: { letters: 5 }, error: null })
  expect(await db.selectFrom('kernel.delivery').selectAll().execute()).toEqual([])
})

test('what is not visible is not found, a visitor is asked to sign in, bad input says each field', async () => {
  const { as } = await world()
  const { noteId } = await as(ada).run(writeNote, { text: 'mine' })
  await expect(as(bob).run(showNote, { noteId })).rejects.toMatchObject({ code: 'not-found', status: 404 })
  await expect(as().run(writeNote, { text: 'x' })).rejects.toMatchObject({ code: 'sign-in-required', status: 401 })
  await expect(as(ada).run(writeNote, { text: '' })).rejects.toMatchObject({ status: 422, issues: [{ field: 'text', code: 'required' }] })
  await expect(as(ada).run(writeNote, { text: 'x'.repeat(21) })).rejects.toMatchObject({ issues: [{ field: 'text', code: 'too_long', limit: 20 }] })
})

test('a refusal inside run undoes rows and facts', async () => {
  const { as, facts } = await world()
  const before = (await facts(written)).length
  await expect(as(ada).run(writeNote, { text: 'never' })).rejects.toMatchObject({ code: 'notes.never', status: 409 })
  expect(await facts(written)).toHaveLength(before)
  expect(await as(ada).run(everyNote, {})).not.toContainEqual({ text: 'never' })
})

test('the same key runs once, even at the same time; another input under it is refused', async () => {
  const { as } = await world()
  const key = v7()
  const both = await Promise.all([1, 2].map(() => as(ada).run(writeNote, { text: 'once' }, { key })))
  expect(both[0]).toEqual(both[1])
  await expect(as(ada).run(writeNote, { text: 'other' }, { key })).rejects.toMatchObject({ code: 'key-reused', status: 422 })
  expect(await as(bob).run(writeNote, { text: 'other' }, { key })).not.toEqual(both[0])
})

test('an answer that holds a secret is kept nowhere, and is not given again', async () => {
  const { as, db } = await world()
  const key = v7()
  const { secret } = await as(ada).run(makeSecret, {}, { key })
  await expect(as(ada).run(makeSecret, {}, { key })).rejects.toMatchObject({ code: 'answered-once', status: 409 })
  expect(JSON.stringify(await db.selectFrom('kernel.idempotency').selectAll().execute())).not.toContain(secret)
})

test('two programs that take the same key do not get each other\'s answer', async () => {
  const { as } = await world()
  const key = v7()
  const [one, other] = [as({ ...visitor, client: v7() }), as({ ...visitor, client: v7() })]
  const drawn = await one.run(drawLot, {}, { key })
  expect(await one.run(drawLot, {}, { key })).toEqual(drawn)
  expect(await other.run(drawLot, {}, { key })).not.toEqual(drawn)
})

test('an edit carries the version that was seen', async () => {
  const { as } = await world()
  const { noteId } = await as(ada).run(writeNote, { text: 'one' })
  expect(await as(ada).run(editNote, { noteId, text: 'two' }, { version: 1 })).toEqual({ version: 2 })
  await expect(as(ada).run(editNote, { noteId, text: 'late' }, { version: 1 })).rejects.toMatchObject({ code: 'stale', details: { version: 2 } })
  await expect(as(ada).run(editNote, { noteId, text: 'none' })).rejects.toMatchObject({ status: 428 })
  await as(ada).run(editNote, { noteId, text: 'closed' }, { version: 2 })
  await expect(as(ada).run(editNote, { noteId, text: 'again' }, { version: 3 })).rejects.toMatchObject({ code: 'notes.closed', status: 409 })
})

test('a token does what its scopes say and no more', async () => {
  const { as } = await world()
  const { noteId } = await as(ada).run(writeNote, { text: 'scoped' })
  const scoped = (...scopes: string[]) => as({ ...visitor, id: ada.id, scopes })
  expect(await scoped('notes:read').run(showNote, { noteId })).toEqual({ text: 'scoped' })
  await expect(scoped('notes:read').run(writeNote, { text: 'x' })).rejects.toMatchObject({ code: 'insufficient-scope', status: 403 })
  await expect(scoped('bases:write').run(showNote, { noteId })).rejects.toMatchObject({ code: 'insufficient-scope' })
  await scoped('notes:write').run(writeNote, { text: 'x' })
})

test('what is critical asks for a fresh proof', async () => {
  const { as } = await world()
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const session = (provedAt?: string) => as({ ...visitor, id: ada.id, session: { id: v7(), method: 'test', signedInAt: ago(60), provedAt } })
  await session(ago(1)).run(burnNotes, {})
  for (const one of [session(ago(9)), session(), as(ada)]) {
    await expect(one.run(burnNotes, {})).rejects.toMatchObject({ code: 'proof-required', status: 403 })
  }
})

test('row policies hold where a query forgot its own: another person sees nothing, no context is an error', async () => {
  const { as } = await world()
  await as(ada).run(writeNote, { text: 'private' })
  expect(await as(bob).run(everyNote, {})).not.toContainEqual({ text: 'private' })
  await expect(as(ada).run(forgetful, {})).rejects.toThrow(/app\.person|uuid/)
})
