import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aPerson, tell, world } from './fixtures.ts'
import { listNotifications } from './operations/list-notifications.ts'
import { showNotificationPreferences } from './operations/show-notification-preferences.ts'
import { declareActivityStarts, declareDeliverableDue, declarePeerReviewAsked } from './situations.ts'

const box = aMailbox()
const href = ({ id }: { id: string }) => `/prouver/${id}`
// As the portfolio and the workspace will.
const activity = declareActivityStarts({ code: 'tests.activity-starts', href })
const deliverable = declareDeliverableDue({ code: 'tests.deliverable-due', href })
const review = declarePeerReviewAsked({ code: 'tests.peer-review-asked', href })
const dated = (title: string) => ({ id: v7(), title, at: '2026-11-23T08:30:00.000Z' })

test('an activity starts: told at once, with its hour where it happens', async () => {
  const { as } = await world()
  const student = await aPerson()
  const params = { ...dated('Jury blanc'), timeZone: 'Indian/Reunion' }
  await tell({ to: [student.id], kind: activity, params })
  const [told] = (await as(student).run(listNotifications, {})).notifications
  expect(told).toMatchObject({ title: '«\u00a0Jury blanc\u00a0» commence le lundi 23 novembre 2026 à 12:30', href: `/prouver/${params.id}` })
  expect(box.to(student.email)).toHaveLength(1)
})

test('a deliverable is due: told on screen, and in the digest of the day', async () => {
  const { as } = await world()
  const student = await aPerson()
  await tell({ to: [student.id], kind: deliverable, params: dated('Rapport de stage') })
  expect((await as(student).run(listNotifications, {})).notifications).toMatchObject([{ title: '«\u00a0Rapport de stage\u00a0» est à rendre le lundi 23 novembre 2026 à 09:30' }])
  expect(box.to(student.email)).toEqual([])
})

test('a peer asks for a review: told by name, several together, and once for one demand', async () => {
  const { as } = await world()
  const [peer, first, second] = [await aPerson(), await aPerson({ firstName: 'Léna', lastName: 'Roy' }), await aPerson()]
  const id = v7()
  const ask = (by: string, key: string) => tell({ to: [peer.id], by, kind: review, about: { kind: 'tests.thread', id }, params: { id, title: 'Mon projet' }, key })
  await ask(first.id, 'one')
  await ask(first.id, 'one')
  expect((await as(peer).run(listNotifications, {})).notifications.map(({ title }) => title)).toEqual(['Léna Roy vous demande votre avis sur «\u00a0Mon projet\u00a0»'])
  await ask(second.id, 'two')
  expect((await as(peer).run(listNotifications, {})).notifications.map(({ title }) => title)).toEqual(['2 demandes d’avis sur «\u00a0Mon projet\u00a0»'])
})

test('what is declared is what people may choose', async () => {
  const { kinds } = await (await world()).as(await aPerson()).run(showNotificationPreferences, {})
  expect(kinds.filter(({ family }) => family === 'Activités et travaux').map(({ code, mail }) => [code, mail])).toEqual([
    [activity.code, 'at-once'], [deliverable.code, 'daily'], [review.code, 'at-once'],
  ])
})
