import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { erasePerson } from '#kernel/testing/person-rows.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { contentDecided } from '#modules/moderation/events.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { bases } from '../module.ts'
import { ratingOf } from '../opinions/opinions.ts'
import { answerOpinion } from './answer-opinion.ts'
import { giveOpinion } from './give-opinion.ts'
import { listOpinions } from './list-opinions.ts'
import { publishResource } from './publish-resource.ts'
import { removeAnswer } from './remove-answer.ts'
import { removeOpinion } from './remove-opinion.ts'
import { setPublicFeedback } from './set-public-feedback.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'

const moderator = async () => {
  const person = await aPerson()
  const { db } = await world()
  await db.insertInto('identity.platform_role').values({ person_id: person.id, role: 'moderator' }).execute()
  return person
}

test('a reader has one opinion, which they change and take back; the mean follows', async () => {
  const { as } = await world()
  const [reader, other] = [await aPerson({ firstName: 'Odile', lastName: 'Bouvreuil', isPublic: true }), await aPerson()]
  const { resourceId } = await aResource({ published: true })
  const listed = async () => (await as(reader).run(listOpinions, { resourceId }))
  expect(await listed()).toMatchObject({ rating: null, count: 0, opinions: [], own: null })
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 4, text: ' Très clair. ' })
  await as(other).run(giveOpinion, { resourceId, rating: 1 })
  expect(await listed()).toMatchObject({ rating: 3, count: 2, own: { id: opinionId, rating: 4, text: 'Très clair.' } })
  expect(await as(reader).run(giveOpinion, { resourceId, rating: 3, text: 'Clair.' })).toEqual({ opinionId })
  const { opinions, rating, count } = await listed()
  expect([rating, count]).toEqual([2, 2])
  expect(opinions.map(({ author, rating: one, edited, removable }) => [author?.name, one, edited, removable])).toEqual([
    [null, 1, false, false], ['Odile Bouvreuil', 3, true, true],
  ])
  await as(reader).run(removeOpinion, { opinionId })
  expect(await listed()).toMatchObject({ rating: 1, count: 1, own: null })
})

test('nobody judges what they write, nor what they may not read', async () => {
  const { as } = await world()
  const member = await aPerson()
  const base = await aBase({ contributors: [member] })
  const ours = await aResource({ author: base.administrator, baseId: base.baseId, published: true })
  await expect(as(member).run(giveOpinion, { resourceId: ours.resourceId, rating: 4 })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(giveOpinion, { resourceId: ours.resourceId, rating: 4 })).rejects.toMatchObject({ status: 401 })
  const draft = await aResource()
  await expect(as(member).run(giveOpinion, { resourceId: draft.resourceId, rating: 4 })).rejects.toMatchObject({ status: 404 })
  await expect(as(draft.author).run(listOpinions, { resourceId: draft.resourceId })).rejects.toMatchObject({ status: 404 })
  await expect(as(await aPerson()).run(giveOpinion, { resourceId: ours.resourceId, rating: 5 })).rejects.toMatchObject({ status: 422 })
})

test('answers stand below an opinion; each takes back their own, a moderator any, nobody else', async () => {
  const { as } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  const { resourceId, author } = await aResource({ published: true })
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 2, text: 'Il manque la carte.' })
  const { answerId } = await as(author).run(answerOpinion, { opinionId, text: 'Elle y est maintenant.' })
  await expect(as().run(answerOpinion, { opinionId, text: 'Bonjour' })).rejects.toMatchObject({ status: 401 })
  await expect(as(other).run(answerOpinion, { opinionId, text: '  ' })).rejects.toMatchObject({ status: 422 })
  const [seen] = (await as(author).run(listOpinions, { resourceId })).opinions
  expect(seen?.answers).toMatchObject([{ id: answerId, text: 'Elle y est maintenant.', removable: true }])
  for (const who of [other, reader]) await expect(as(who).run(removeAnswer, { answerId })).rejects.toMatchObject({ status: 403 })
  await expect(as(author).run(removeOpinion, { opinionId })).rejects.toMatchObject({ status: 403 })
  await as(author).run(removeAnswer, { answerId })
  const again = await as(other).run(answerOpinion, { opinionId, text: 'Merci !' })
  const judge = await moderator()
  await as(judge).run(removeAnswer, { answerId: again.answerId })
  await as(judge).run(removeOpinion, { opinionId })
  expect(await as(other).run(listOpinions, { resourceId })).toMatchObject({ count: 0 })
})

test('what closes hides its opinions too', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const { resourceId, author } = await aResource({ published: true })
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 4 })
  const { answerId } = await as(author).run(answerOpinion, { opinionId, text: 'Merci.' })
  await as(author).run(setResourceVisibility, { resourceId, isPublic: false })
  await expect(as(reader).run(listOpinions, { resourceId })).rejects.toMatchObject({ status: 404 })
  await expect(as(reader).run(removeOpinion, { opinionId })).rejects.toMatchObject({ status: 404 })
  await expect(as(reader).run(answerOpinion, { opinionId, text: 'Ah ?' })).rejects.toMatchObject({ status: 404 })
  await expect(as(reader).run(removeAnswer, { answerId })).rejects.toMatchObject({ status: 404 })
})

test('opinions go on from their cursor; who leaves takes their name and leaves their words', async () => {
  const { as, pools } = await world()
  const { resourceId, author } = await aResource({ published: true })
  const readers: { id: string }[] = []
  for (let n = 0; n < 12; n++) {
    const reader = await aPerson({ isPublic: true })
    readers.push(reader)
    await as(reader).run(giveOpinion, { resourceId, rating: 3, text: `Avis ${n}` })
  }
  const first = await as(author).run(listOpinions, { resourceId })
  const second = await as(author).run(listOpinions, { resourceId, opinionsBefore: first.next! })
  expect([...first.opinions, ...second.opinions].map(({ text }) => text)).toEqual(readers.map((_, n) => `Avis ${11 - n}`))
  await erasePerson(pools.owner, inOrder([bases]), readers[11]!.id)
  expect((await as(author).run(listOpinions, { resourceId })).opinions[0]).toMatchObject({ author: null, text: 'Avis 11', rating: 3 })
})

test.each([[0, 0, null], [4, 1, 4], [10, 3, 3], [9, 4, 2], [7, 5, 1], [6, 4, 2], [14, 4, 4]])('a sum of %i over %i is said %s', (sum, count, rating) => {
  expect(ratingOf(sum, count)).toBe(rating)
})

test('answers stand below answers; one that goes leaves its place to those below it', async () => {
  const { as } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  const [{ resourceId, author }, elsewhere] = [await aResource({ published: true }), await aResource({ published: true })]
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 2, text: 'Il manque la carte.' })
  const far = await as(reader).run(giveOpinion, { resourceId: elsewhere.resourceId, rating: 2 })
  const first = await as(author).run(answerOpinion, { opinionId, text: 'Laquelle ?' })
  const second = await as(reader).run(answerOpinion, { opinionId, answerId: first.answerId, text: 'Celle du quartier.' })
  await expect(as(other).run(answerOpinion, { opinionId: far.opinionId, answerId: first.answerId, text: 'Non.' })).rejects.toMatchObject({ code: 'bases.answer-gone' })
  const answers = async () => (await as().run(listOpinions, { resourceId })).opinions[0]!.answers
    .map(({ id, answerId, text, removed, author: by }) => [id, answerId, text, removed, by?.id])
  expect(await answers()).toEqual([
    [first.answerId, null, 'Laquelle ?', false, author.id], [second.answerId, first.answerId, 'Celle du quartier.', false, reader.id],
  ])
  await as(author).run(removeAnswer, first)
  expect(await answers()).toEqual([[first.answerId, null, '', true, undefined], [second.answerId, first.answerId, 'Celle du quartier.', false, reader.id]])
  await expect(as(other).run(answerOpinion, { opinionId, answerId: first.answerId, text: 'Non.' })).rejects.toMatchObject({ code: 'bases.answer-gone' })
  await as(reader).run(removeAnswer, second)
  expect(await answers()).toHaveLength(1)
})

test('its authors close opinions with a publication, and find them again when they open', async () => {
  const { as } = await world()
  const [reader, stranger] = [await aPerson(), await aPerson()]
  const { resourceId, author } = await aResource({ published: true })
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 4, text: 'Utile.' })
  await expect(as(stranger).run(setPublicFeedback, { resourceId, publicFeedback: false })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(setPublicFeedback, { resourceId: (await aResource()).resourceId, publicFeedback: false })).rejects.toMatchObject({ status: 404 })
  const { run } = as(author)
  await run(setPublicFeedback, { resourceId, publicFeedback: false })
  expect(await as(reader).run(listOpinions, { resourceId })).toMatchObject({ closed: false, count: 1 })
  await run(publishResource, { resourceId })
  expect(await as(reader).run(listOpinions, { resourceId })).toEqual({ closed: true, rating: null, count: 0, next: null, own: null, opinions: [] })
  await expect(as(stranger).run(giveOpinion, { resourceId, rating: 1 })).rejects.toMatchObject({ code: 'bases.opinions-closed' })
  await expect(as(stranger).run(answerOpinion, { opinionId, text: 'Ah.' })).rejects.toMatchObject({ code: 'bases.opinions-closed' })
  await run(setPublicFeedback, { resourceId, publicFeedback: true })
  await run(publishResource, { resourceId })
  expect(await as(reader).run(listOpinions, { resourceId })).toMatchObject({ closed: false, rating: 4, count: 1, opinions: [{ text: 'Utile.' }] })
})

test('what moderators hide is its author’s alone and weighs nothing, until it is released', async () => {
  const { as, work, db } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  const { resourceId } = await aResource({ published: true })
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 1, text: 'Injure' })
  await as(other).run(giveOpinion, { resourceId, rating: 4 })
  const answer = await as(reader).run(answerOpinion, { opinionId: (await as(other).run(listOpinions, { resourceId })).own!.id, text: 'Encore une' })
  const decide = async (kind: string, targetId: string, decision: string) => {
    await db.insertInto('kernel.fact').values({
      id: v7(), name: contentDecided.name, version: contentDecided.version, subject: `${kind}:${targetId}`,
      data: JSON.stringify({ decisionId: v7(), kind, targetId, decision }), recorded_at: new Date().toISOString(), keep_until: new Date(Date.now() + 1e6).toISOString(),
    }).execute()
    await work()
  }
  await decide('bases.opinion', opinionId, 'hide')
  await decide('bases.answer', answer.answerId, 'hide')
  expect(await as(other).run(listOpinions, { resourceId })).toMatchObject({ rating: 4, count: 1, opinions: [{ rating: 4, answers: [] }] })
  expect((await as(reader).run(listOpinions, { resourceId })).opinions).toHaveLength(2)
  await decide('bases.opinion', opinionId, 'release')
  expect(await as(other).run(listOpinions, { resourceId })).toMatchObject({ rating: 3, count: 2 })
})

test('those who write are told of opinions, those who judged or answered of answers; nobody of their own, and no name is said', async () => {
  const { as, db, work } = await world()
  const [author, reader, other] = [await aPerson(), await aPerson(), await aPerson({ firstName: 'Zénobie' })]
  const { resourceId, title } = await aResource({ author, published: true })
  const told = async (person: { id: string }) => {
    await work()
    return (await db.selectFrom('notifications.notification').select(['kind', 'params']).where('person_id', '=', person.id)
      .where('kind', 'like', 'bases.opinion-%').orderBy('id').execute()) as { kind: string; params: { title: string } }[]
  }
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 4, text: 'Clair.' })
  expect(await told(author)).toMatchObject([{ kind: 'bases.opinion-given', params: { title } }])
  const { answerId } = await as(other).run(answerOpinion, { opinionId, text: 'Je trouve aussi.' })
  expect((await told(reader)).map(({ kind }) => kind)).toEqual(['bases.opinion-answered'])
  expect(await told(other)).toEqual([])
  await as(author).run(answerOpinion, { opinionId, answerId, text: 'Merci.' })
  expect((await told(other)).map(({ kind }) => kind)).toEqual(['bases.opinion-answered'])
  expect(JSON.stringify([await told(author), await told(reader)])).not.toContain('Zénobie')
  // Closed since, it tells those who write it alone.
  await as(author).run(setResourceVisibility, { resourceId, isPublic: false })
  const before = (await told(reader)).length
  await as(author).run(answerOpinion, { opinionId, text: 'Nous la reprenons.' })
  expect(await told(reader)).toHaveLength(before)
})
