import { exportJWK, generateKeyPair } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { newToken } from '../token.ts'
import { authorizationOf } from './authorize.ts'
import { providersOf } from './settings.ts'
import { aBrowser } from './testing/browser.ts'
import { startDouble } from './testing/double.ts'
import { nadia, origin } from './testing/world.ts'
import { verify } from './verify.ts'

test('FranceConnect by private_key_jwt: the client signs, and a client with another key is refused', async () => {
  const redirectUri = `${origin}/sign-in/with/franceconnect/callback`
  const [own, other] = await Promise.all([generateKeyPair('ES256', { extractable: true }), generateKeyPair('ES256', { extractable: true })])
  const double = await startDouble('franceconnect', {
    clientId: 'by-key', clientSecret: '', publicKey: { ...await exportJWK(own.publicKey), alg: 'ES256', use: 'sig' },
      redirectUris: [redirectUri], postLogoutRedirectUris: [],
  }, [nadia])
  onTestFinished(double.stop)
  const withKey = async (key: CryptoKey) => {
    const [provider] = providersOf(readConfig({
      SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr', FRANCECONNECT_CLIENT_ID: 'by-key',
        FRANCECONNECT_ISSUER: double.issuer,
      FRANCECONNECT_PRIVATE_KEY: JSON.stringify({ ...await exportJWK(key), alg: 'ES256' }),
    }))
    const [state, nonce] = [newToken(), newToken()]
    const { url } = await authorizationOf(provider!, { redirectUri, state, nonce })
    const browser = aBrowser({ origin: 'https://nowhere.example', inject: async () => ({ statusCode: 404, headers: {}, body: '' }) })
    const isBack = (address: string) => address.startsWith(origin)
    const choice = await browser.follow(url.href)
    const { at } = await browser.follow(choice.at, { sub: nadia.sub }, isBack)
    return verify(provider!, new URL(at).searchParams, { redirectUri, state, nonce })
  }
  expect(await withKey(own.privateKey)).toMatchObject({ subject: nadia.sub, lastName: 'Cherkati', acr: 'eidas1', emailProved: false })
  await expect(withKey(other.privateKey)).rejects.toMatchObject({ failure: 'refused' })
})
