import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { aResource, world } from './fixtures.ts'
import { forgetViews } from './jobs.ts'
import { countView } from './raw.ts'

const never = async () => { throw new Error('This job needs no transaction') }

test('visits older than two hours are forgotten, what they counted stays', async () => {
  const { db, engine, pools, actorOf } = await world()
  const { resourceId } = await aResource({ published: true })
  const context = engine.context({ actor: await actorOf(), origin: { request: 'test' } })
  expect(await countView(context, resourceId, 'one')).toBe(1)
  expect(await countView(context, resourceId, 'one')).toBeUndefined()
  expect(await countView(context, resourceId, 'two')).toBe(2)
  await db.updateTable('bases.view').set({ at: new Date(Date.now() - 3 * 3_600_000).toISOString() }).execute()
  expect(await forgetViews.run({ ...context, db: kyselyOn(pools.worker), enqueue: async () => undefined, transaction: never }, {})).toEqual({ forgotten: 2 })
  const { views_count } = await db.selectFrom('bases.resource').select('views_count').where('id', '=', resourceId).executeTakeFirstOrThrow()
  expect(views_count).toBe(2)
})
