import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { aResource, world } from './fixtures.ts'
import { forgetViews } from './jobs.ts'
import { countOpening } from './statistics/openings.ts'
import { countView } from './statistics/views.ts'

const never = async () => { throw new Error('This job needs no transaction') }

test('visits older than two hours are forgotten, what they counted stays', async () => {
  const { db, engine, pools, actorOf } = await world()
  const { resourceId, contentId } = await aResource({ published: true })
  const context = engine.context({ actor: await actorOf(), origin: { request: 'test' } })
  expect(await countView(context, resourceId, 'one')).toBe(1)
  expect(await countView(context, resourceId, 'one')).toBeUndefined()
  expect(await countView(context, resourceId, 'two')).toBe(2)
  for (const visit of ['one', 'one', 'two']) await countOpening(context, { resourceId, contentId, kind: 'link' }, visit)
  const before = new Date(Date.now() - 3 * 3_600_000).toISOString()
  for (const table of ['bases.view', 'bases.opening']) await db.updateTable(table).set({ at: before }).execute()
  expect(await forgetViews.run({ ...context, db: kyselyOn(pools.worker), enqueue: async () => undefined, transaction: never }, {})).toEqual({ forgotten: 4 })
  const { views_count } = await db.selectFrom('bases.resource').select('views_count').where('id', '=', resourceId).executeTakeFirstOrThrow()
  expect(views_count).toBe(2)
  expect(await db.selectFrom('bases.opened_part').select('openings').where('content_id', '=', contentId).execute()).toEqual([{ openings: 2 }])
})
