import { expect, test } from 'vitest'
import { joinDecided, joinRequested, memberAdded } from '../events.ts'
import { aBase, aPerson, world } from '../fixtures.ts'
import { acceptJoinRequest } from './accept-join-request.ts'
import { askToJoinBase } from './ask-to-join-base.ts'
import { declineJoinRequest } from './decline-join-request.ts'
import { listBaseEntries } from './list-base-entries.ts'
import { showJoinBase } from './show-join-base.ts'
import { withdrawJoinRequest } from './withdraw-join-request.ts'

const message = 'Je tiens un atelier chaque jeudi.'

test('somebody asks in their words, once; administrators alone read and accept', async () => {
  const { as, facts } = await world()
  const [asker, contributor] = [await aPerson({ firstName: 'Odile', isPublic: false }), await aPerson()]
  const { baseId, slug, administrator } = await aBase({ contributors: [contributor] })
  await expect(as().run(askToJoinBase, { baseId, message })).rejects.toMatchObject({ status: 401 })
  await expect(as(contributor).run(askToJoinBase, { baseId, message })).rejects.toMatchObject({ code: 'bases.already-in' })
  await expect(as(asker).run(askToJoinBase, { baseId, message: ' ' })).rejects.toMatchObject({ status: 422 })
  const asked = await as(asker).run(askToJoinBase, { baseId, message })
  expect(await facts(joinRequested)).toContainEqual({ baseId, ...asked })
  await expect(as(asker).run(askToJoinBase, { baseId, message })).rejects.toMatchObject({ code: 'bases.already-asked' })
  expect(await as(asker).run(showJoinBase, { slug })).toMatchObject({ role: null, request: { state: 'pending', message } })
  // Who asks shows their name to those who answer.
  expect((await as(administrator).run(listBaseEntries, { baseId })).requests).toMatchObject([{ id: asked.requestId, message, person: { name: 'Odile Martin' } }])
  for (const command of [acceptJoinRequest, declineJoinRequest]) {
    await expect(as(contributor).run(command, asked)).rejects.toMatchObject({ status: 403 })
    await expect(as(asker).run(command, asked)).rejects.toMatchObject({ status: 403 })
  }
  await as(administrator).run(acceptJoinRequest, asked)
  expect(await facts(memberAdded)).toContainEqual({ baseId, personId: asker.id })
  expect(await facts(joinDecided)).toContainEqual({ baseId, ...asked })
  await expect(as(administrator).run(declineJoinRequest, asked)).rejects.toMatchObject({ code: 'bases.request-decided' })
  expect(await as(asker).run(showJoinBase, { slug })).toMatchObject({ role: 'contributor' })
})

test('a private base cannot be asked; who was told no waits a week; what waits can be taken back', async () => {
  const { as, db } = await world()
  const asker = await aPerson()
  const [closed, open] = [await aBase({ isPublic: false }), await aBase()]
  await expect(as(asker).run(askToJoinBase, { baseId: closed.baseId, message })).rejects.toMatchObject({ status: 404 })
  await expect(as(asker).run(showJoinBase, { slug: closed.slug })).rejects.toMatchObject({ status: 404 })
  const { baseId, administrator } = open
  const first = await as(asker).run(askToJoinBase, { baseId, message })
  await expect(as(await aPerson()).run(withdrawJoinRequest, first)).rejects.toMatchObject({ status: 404 })
  await as(asker).run(withdrawJoinRequest, first)
  await expect(as(administrator).run(acceptJoinRequest, first)).rejects.toMatchObject({ code: 'bases.request-decided' })
  const second = await as(asker).run(askToJoinBase, { baseId, message })
  await as(administrator).run(declineJoinRequest, second)
  await expect(as(asker).run(askToJoinBase, { baseId, message })).rejects.toMatchObject({ code: 'bases.asked-recently' })
  await db.updateTable('bases.join_request').set({ decided_at: new Date(Date.now() - 8 * 86_400_000).toISOString() }).where('id', '=', second.requestId).execute()
  await as(asker).run(askToJoinBase, { baseId, message })
})

test('five requests wait at most', async () => {
  const { as } = await world()
  const asker = await aPerson()
  for (let n = 0; n < 5; n++) await as(asker).run(askToJoinBase, { baseId: (await aBase()).baseId, message })
  await expect(as(asker).run(askToJoinBase, { baseId: (await aBase()).baseId, message })).rejects.toMatchObject({ code: 'bases.too-many-requests' })
})
