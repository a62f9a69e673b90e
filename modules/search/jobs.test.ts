import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor } from '#kernel/operation/actor.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { put, remove } from './api.ts'
import { aDocument, world } from './fixtures.ts'
import { pruneLexicon } from './jobs.ts'

test('the lexicon keeps the words of documents, once, and forgets the others', async () => {
  const { engine, pools, db } = await world()
  const context = engine.context({ actor: visitor, origin: { request: 'test' } })
  const kind = v7()
  await put(context, aDocument({ kind, id: 'gone', title: 'Éphémère et durable' }))
  await put(context, aDocument({ kind, id: 'kept', title: 'Durable' }))
  await db.insertInto('search.lexicon').values({ word: 'durable', written: 'durable' }).execute()
  await remove(context, kind, 'gone')
  const run = () => pruneLexicon.run({ db: kyselyOn(pools.worker) } as Parameters<typeof pruneLexicon.run>[0], {})
  expect(await run()).toEqual({ words: 1 })
  expect(await db.selectFrom('search.lexicon').select('written').execute()).toEqual([{ written: 'durable' }])
  await expect(pools.portal.query('select search.prune()')).rejects.toMatchObject({ code: '42501' })
})
