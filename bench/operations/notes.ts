import { v7 } from '#kernel/id.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'
import { module } from '#kernel/operation/module.ts'
import { command, query, type Context } from '#kernel/operation/operation.ts'
import { anyone, owns, signedIn } from '#kernel/operation/rule.ts'
import { audit } from '#modules/audit/module.ts'

interface Note { id: string; person_id: string; organisation_id: string; text: string; written_at: string; version: number }
type Tables = Record<'notes.plain' | 'notes.own' | 'notes.shared' | 'notes.traced', Note>

const input = z.object({ noteId: z.uuid() })
const output = z.object({ id: z.uuid(), person_id: z.uuid(), text: z.string(), written_at: z.string(), version: z.int() })
const columns = ['id', 'person_id', 'text', 'written_at', 'version'] as const

const showPlain = query({
  http: 'GET /plain/:noteId', input, output,
  // What is asked at each page is written in SQL: to build a statement costs a fifth of such a read.
  on: async ({ db }: Context<Tables>, { noteId }) => (await sql<Note>`select id, person_id, text, written_at, version from notes.plain
    where id = ${noteId}`.execute(db)).rows[0],
  allow: anyone,
  run: async (_: Context<Tables>, __, note) => note,
})
const showOwn = query({
  http: 'GET /own/:noteId', input, output, confidential: true,
  on: ({ db, actor }: Context<Tables>, { noteId }) => db.selectFrom('notes.own').select(columns)
    .where('person_id', '=', actor.id ?? null).where('id', '=', noteId).executeTakeFirst(),
  allow: owns('person_id'),
  run: async (_: Context<Tables>, __, note) => note,
})
const showShared = query({
  http: 'GET /shared/:noteId', input, output, confidential: true,
  on: ({ db }: Context<Tables>, { noteId }) => db.selectFrom('notes.shared').select(columns).where('id', '=', noteId).executeTakeFirst(),
  allow: signedIn,
  run: async (_: Context<Tables>, __, note) => note,
})

const noteWritten = fact({ name: 'notes.note-written', data: z.object({ noteId: z.uuid() }), subject: ({ noteId }) => noteId })
const writing = (route: 'plain' | 'traced') => command({
  http: `POST /${route}`, input: z.object({ organisationId: z.uuid(), text: z.string().min(1).max(500) }), output: z.object({ noteId: z.uuid() }),
  allow: signedIn,
  run: async ({ db, actor, now, record }: Context<Tables>, { organisationId, text }) => {
    const id = v7()
    await db.insertInto(`notes.${route}`).values({ id, person_id: actor.id!, organisation_id: organisationId, text, written_at: now, version: 1 })
      .execute()
    await record(noteWritten, { noteId: id })
    return { noteId: id }
  },
})

/** A module as small as one can be, so that what is measured is the kernel. */
export const notes = module({
  name: 'notes', folder: 'bench/operations', needs: [audit], facts: [noteWritten],
  operations: { showPlain, showOwn, showShared, writePlain: writing('plain'), writeTraced: writing('traced') },
})
