import { RouterContextProvider, type LoaderFunctionArgs } from 'react-router'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { pageCall } from '#kernel/page/call.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { showBase } from '../operations/show-base.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson, answersTo } from './answers-to.ts'

const argsOf = async (actor: Actor, params: Record<string, string>) => {
  const { engine } = await world()
  const context = new RouterContextProvider()
  context.set(pageCall, {
    engine, nonce: '', call: { actor, origin: { request: v7() } }, sentences: {}, signInUrl: (from) => `/connexion?suite=${from}`,
  })
  return { request: new Request('http://localhost/ici'), params, context, url: new URL('http://localhost/ici') } as unknown as LoaderFunctionArgs
}
const caught = async (work: Promise<unknown>) => work.then(() => { throw new Error('nothing was thrown') }, (thrown: unknown) => thrown)
const ledAway = async (work: Promise<unknown>) => (await caught(work) as Response).headers.get('location')
const signedIn = ({ id }: { id: string }): Actor => ({ ...visitor, id })

test('the page of a command is shown to who may run it, refused to others, and a visitor signs in first', async () => {
  const { slug, baseId, administrator } = await aBase()
  const page = answersTo(showBase, 'updateBase')
  const grants = [{ scope: 'base', id: baseId, role: 'administrator' }]
  expect(await page(await argsOf({ ...signedIn(administrator), grants }, { slug }))).toMatchObject({ baseId, can: { updateBase: { command: 'updateBase' } } })
  expect(await caught(page(await argsOf(signedIn(await aPerson()), { slug })))).toMatchObject({ init: { status: 403 } })
  expect(await ledAway(page(await argsOf(visitor, { slug })))).toBe('/connexion?suite=/ici')
})

test('a draft leads a visitor to sign in, and does not exist for who does not write it', async () => {
  const { resourceId, author } = await aResource()
  const page = answersPerson(showDraft)
  expect(await page(await argsOf(signedIn(author), { resourceId }))).toMatchObject({ resourceId })
  expect(await caught(page(await argsOf(signedIn(await aPerson()), { resourceId })))).toMatchObject({ init: { status: 404 } })
  expect(await ledAway(page(await argsOf(visitor, { resourceId })))).toBe('/connexion?suite=/ici')
})
