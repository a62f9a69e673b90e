import { expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { providersOf } from './settings.ts'

const base = { SILLAGE_ORIGIN: 'https://sillage.example', SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' }
const read = (more: Record<string, string>) => providersOf(readConfig({ ...base, ...more }))
const university = { key: 'universite', label: 'Université', issuer: 'https://sso.univ.example/realms/u/', clientId: 'sillage',
  clientSecret: 'hush' }

test('a fresh installation has no provider', () => {
  expect(read({})).toEqual([])
  expect(read({ FRANCECONNECT_CLIENT_ID: '', OIDC_PROVIDERS: '' })).toEqual([])
})

test('the State\'s services know their own addresses and levels; an establishment says its own', () => {
  const all = read({
    OIDC_PROVIDERS: JSON.stringify([university]), FRANCECONNECT_CLIENT_ID: 'f', FRANCECONNECT_CLIENT_SECRET: 's', PROCONNECT_CLIENT_ID: 'p',
    PROCONNECT_CLIENT_SECRET: 's', PROCONNECT_ACR: 'eidas1-mfa, eidas2',
  })
  expect(all).toMatchObject([
    { key: 'franceconnect', issuer: 'https://oidc.franceconnect.gouv.fr/api/v2', acr: ['eidas1'], signedUserinfo: true, emailDomains: [] },
    { key: 'proconnect', issuer: 'https://auth.agentconnect.gouv.fr/api/v2', acr: ['eidas1-mfa', 'eidas2'], acrBy: 'claims',
      signedUserinfo: true },
    { key: 'universite', kind: 'establishment', issuer: 'https://sso.univ.example/realms/u', secretBy: 'basic',
      scope: 'openid profile email' },
  ])
})

test.each<[string, Record<string, string>, RegExp]>([
  ['no secret', { FRANCECONNECT_CLIENT_ID: 'f' }, /FRANCECONNECT_CLIENT_SECRET is missing/],
  ['an address without TLS', { PROCONNECT_CLIENT_ID: 'p', PROCONNECT_CLIENT_SECRET: 's', PROCONNECT_ISSUER: 'http://provider.example' },
    /PROCONNECT_ISSUER: must be an address/],
  ['no JSON', { OIDC_PROVIDERS: 'universite' }, /OIDC_PROVIDERS: must be JSON/],
  ['a key that is taken', { OIDC_PROVIDERS: JSON.stringify([{ ...university, key: 'franceconnect' }]) }, /0\.key is taken/],
  ['a key twice', { OIDC_PROVIDERS: JSON.stringify([university, university]) }, /same key/],
  ['a word that nobody knows', { OIDC_PROVIDERS: JSON.stringify([{ ...university, clientSecrets: 'x' }]) }, /OIDC_PROVIDERS/],
  ['neither secret nor key', { OIDC_PROVIDERS: JSON.stringify([{ ...university, clientSecret: undefined }]) },
    /needs clientSecret or privateKey/],
])('what is wrong is said, and no secret: %s', (_, more, message) => {
  expect(() => read(more)).toThrow(message)
  expect(() => read(more)).not.toThrow(/hush/)
})
