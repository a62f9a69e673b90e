import { expect, test } from 'vitest'
import { aPerson, world } from '../fixtures.ts'
import { listSiteFeedback } from './back-office/list-site-feedback.ts'
import { giveSiteFeedback } from './give-site-feedback.ts'

test('anybody says what they think; administrators alone read it, with means by difficulty', async () => {
  const { as, db } = await world()
  const [person, administrator] = [await aPerson({ firstName: 'Zoé' }), await aPerson()]
  await db.insertInto('identity.platform_role').values({ person_id: administrator.id, role: 'administrator' }).execute()
  await as(person).run(giveSiteFeedback, { rating: 8, difficultyArea: 'search', text: 'Les filtres sont loin.', wantsContact: true })
  await as().run(giveSiteFeedback, { rating: 3, difficultyArea: 'search', wantsContact: true })
  await as(person).run(giveSiteFeedback, { rating: 10 })
  for (const rating of [0, 11, 5.5]) await expect(as(person).run(giveSiteFeedback, { rating })).rejects.toMatchObject({ status: 422 })
  await expect(as(person).run(listSiteFeedback, {})).rejects.toMatchObject({ status: 403 })
  await expect(as().run(listSiteFeedback, {})).rejects.toMatchObject({ status: 401 })
  const { feedback, mean, count, areas, months } = await as(administrator).run(listSiteFeedback, {})
  expect([count, mean, months.length]).toEqual([3, 7, 1])
  expect(areas).toEqual([{ area: 'search', count: 2, mean: 5.5 }, { area: null, count: 1, mean: 10 }])
  // A visitor cannot be answered: they left no name.
  expect(feedback.map(({ rating, name, wantsContact, text }) => [rating, name, wantsContact, text])).toEqual([
    [10, 'Zoé Martin', false, ''], [3, null, false, ''], [8, 'Zoé Martin', true, 'Les filtres sont loin.'],
  ])
  expect((await as(administrator).run(listSiteFeedback, { area: 'search' })).feedback).toHaveLength(2)
  for (let n = 0; n < 3; n++) await as(person).run(giveSiteFeedback, { rating: 5 })
  await expect(as(person).run(giveSiteFeedback, { rating: 5 })).rejects.toMatchObject({ code: 'bases.enough-feedback' })
})
