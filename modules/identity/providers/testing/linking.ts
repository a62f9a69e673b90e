import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { world } from '../../fixtures.ts'
import { openSession } from '../../session.ts'
import { hashOf, newToken } from '../../token.ts'
import type { DoublePerson } from './double.ts'
import type { Kind } from './kinds.ts'
import { origin, server, theDoubles, type Browser } from './world.ts'

/** Somebody whom the provider learns of now, so that no other test knows them. */
export const aStranger = async (kind: Kind, claims: Record<string, unknown> = {}): Promise<DoublePerson> => {
  const { people, behaviour } = (await theDoubles())[kind]
  const person = { sub: v7(), acr: kind === 'proconnect' ? 'eidas1' : behaviour.acr[0]!, claims: { given_name: 'Inès', family_name: 'Roux',
    usual_name: 'Roux', ...claims } }
  people.push(person)
  return person
}
export const anAddress = (domain = 'univ.example') => `${v7()}@${domain}`

export const inFront = async (person: { id: string }, browser?: Browser) => {
  const { browse } = await server()
  const { engine } = await world()
  const own = browser ?? browse()
  const { cookie } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), person.id, 'email-link')
  own.jar.set('sillage.example', new Map([...own.jar.get('sillage.example') ?? [], ['__Host-sillage', /=([^;]+)/.exec(cookie)![1]!]]))
  return own
}
export const ticketIn = (browser: Browser) => browser.cookie('__Host-sillage-proposal') ?? ''

/** A mail's link, opened with its button in this browser. */
export const openLink = async (browser: Browser, email: string) => {
  const { db } = await world()
  const [id, token, now] = [v7(), newToken(), new Date()]
  await db.insertInto('identity.sign_in_link').values({
    id, email, purpose: 'sign-in', return_to: '/connexion/rapprochement', created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + 900_000).toISOString(),
  }).execute()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return (await browser.follow('/sign-in/session', { token })).at.slice(origin.length)
}
