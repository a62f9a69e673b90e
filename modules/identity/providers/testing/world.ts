import { pino } from 'pino'
import { afterAll } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { v7 } from '#kernel/id.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { operationsOf } from '#kernel/operation/module.ts'
import { world } from '../../fixtures.ts'
import { identity } from '../../module.ts'
import { readSession } from '../../read-session.ts'
import { configureProviders } from '../provider.ts'
import { providersOf } from '../settings.ts'
import { aBrowser } from './browser.ts'
import { startDouble, type Double, type DoublePerson } from './double.ts'
import type { Kind } from './kinds.ts'

export const origin = 'https://sillage.example'
const base = { SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' }

/** By kind: under which key of the settings the provider stands, and who it knows. */
export const keys: Record<Kind, string> = { franceconnect: 'franceconnect', proconnect: 'proconnect', keycloak: 'universite', cas: 'lycee' }

export const nadia: DoublePerson = {
  sub: `${'a1b2c3d4'.repeat(8)}v1`, claims: {
    given_name: 'Nadia', given_name_array: ['Nadia', 'Rose'], family_name: 'Martin', preferred_username: 'Cherkati',
      email: 'nadia@courriel.example',
    birthdate: '1984-05-02', gender: 'female',
  },
}
export const yann: DoublePerson = {
  sub: 'a7f3c0de-idp-1', acr: 'eidas1', amr: ['pwd', 'otp'],
  claims: { given_name: 'Yann', usual_name: 'Le Goff', email: 'Yann.LeGoff@mairie.example', siret: '13002526500013', uid: 'ylegoff' },
}
export const lea: DoublePerson = {
  sub: 'f1c7d2aa-0001', acr: '1', claims: { given_name: 'Léa', family_name: 'Nguyen', preferred_username: 'lnguyen',
    email: 'lea.nguyen@univ.example', email_verified: true },
}
export const karim: DoublePerson = {
  sub: 'kbenali', acr: 'mfa-simple', claims: { given_name: 'Karim', family_name: 'Benali', preferred_username: 'kbenali',
    email: 'k.benali@lycee.example', email_verified: true },
}

const made: { app?: Awaited<ReturnType<typeof createServer>>, doubles: Double[] } = { doubles: [] }
let doubles: Promise<Record<Kind, Double>> | undefined

/** The four doubles, and the settings that name them. */
const start = async () => {
  const entries = await Promise.all((['franceconnect', 'proconnect', 'keycloak', 'cas'] as const).map(async (kind) => {
    const key = keys[kind]
    const people = { franceconnect: [nadia], proconnect: [yann], keycloak: [lea], cas: [karim] }[kind]
    const double = await startDouble(kind, {
      clientId: `sillage-${kind}`, clientSecret: 'a secret of sixteen characters', redirectUris: [`${origin}/sign-in/with/${key}/callback`],
      postLogoutRedirectUris: [`${origin}/sign-in/with/${key}/left`],
    }, structuredClone(people))
    made.doubles.push(double)
    return [kind, double] as const
  }))
  const all = Object.fromEntries(entries) as Record<Kind, Double>
  const clientSecret = 'a secret of sixteen characters'
  configureProviders({ origin, name: 'Sillage', providers: providersOf(readConfig({
    ...base, FRANCECONNECT_ISSUER: all.franceconnect.issuer, FRANCECONNECT_CLIENT_ID: 'sillage-franceconnect',
      FRANCECONNECT_CLIENT_SECRET: clientSecret,
    PROCONNECT_ISSUER: all.proconnect.issuer, PROCONNECT_CLIENT_ID: 'sillage-proconnect', PROCONNECT_CLIENT_SECRET: clientSecret,
    PROCONNECT_EMAIL_DOMAINS: 'mairie.example',
    OIDC_PROVIDERS: JSON.stringify([
      { key: 'universite', label: 'Université du Val d’Aubrière', issuer: all.keycloak.issuer, clientId: 'sillage-keycloak', clientSecret,
        emailDomains: ['univ.example'] },
      { key: 'lycee', label: 'Lycée Simone-Weil', issuer: all.cas.issuer, clientId: 'sillage-cas', clientSecret },
    ]),
  })) })
  return all
}

export const theDoubles = () => doubles ??= start()

/** The real server with this module's routes, and a browser in front of it. */
export const server = async () => {
  await theDoubles()
  if (!made.app) {
    const { engine, modules, pools } = await world()
    made.app = await createServer({
      config: readConfig(base), log: pino({ level: 'silent' }), sentences: {},
      readActor: async ({ headers }) => await readSession(pools.portal, modules, headers.cookie) ?? visitor,
    })
    mountOperations(made.app, engine, operationsOf(modules))
    mountRaw(made.app, engine, identity.raw)
    // Pages have tests of their own; here it is enough to know on which one somebody stands.
    made.app.get('/*', (request, reply) => reply.send(`page ${request.url}`))
  }
  const app = made.app
  return { app, browse: () => aBrowser({ origin, inject: async (request) => app.inject(request) }) }
}

afterAll(async () => {
  await made.app?.close()
  await Promise.all(made.doubles.map((double) => double.stop()))
})

export type Browser = ReturnType<typeof aBrowser>

/** Goes to the provider and chooses who one is there (nobody: gives up), up to our callback, which is not opened. @returns its address. */
export const comeBack = async (browser: Browser, kind: Kind, person?: DoublePerson, query = ''): Promise<string> => {
  const isCallback = (url: string) => url.startsWith(`${origin}/sign-in/with/${keys[kind]}/callback`)
  const choice = await browser.follow(`/sign-in/with/${keys[kind]}${query}`, undefined, isCallback)
  if (isCallback(choice.at)) return choice.at
  if (!choice.body.includes('Qui êtes-vous')) throw new Error(`${choice.status} ${choice.at}\n${choice.body}`)
  const back = await browser.follow(choice.at, { sub: person?.sub ?? '' }, isCallback)
  if (!isCallback(back.at)) throw new Error(`${back.status} ${back.at}\n${back.body}`)
  return back.at
}

/** Signs in by a provider. @returns the path of ours on which one arrives. */
export const signIn = async (browser: Browser, kind: Kind, person?: DoublePerson, query = ''): Promise<string> => {
  const { at } = await browser.follow(await comeBack(browser, kind, person, query))
  return at.slice(origin.length)
}

/** People of a test as they are right after they came in: with a session, which `as` alone does not give them. */
export const present = async () => {
  const own = await world()
  const session = () => ({ id: v7(), method: 'test', signedInAt: new Date().toISOString() })
  return { ...own, as: (person?: { id: string }) => own.as(person && { ...visitor, id: person.id, session: session() }) }
}

/** Who is signed in in this browser. */
export const whoIs = async (browser: Browser) => {
  const { pools, modules } = await world()
  return readSession(pools.portal, modules, `__Host-sillage=${browser.cookie('__Host-sillage')}`)
}
