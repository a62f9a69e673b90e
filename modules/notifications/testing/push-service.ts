import { createECDH, randomBytes, randomUUID, type ECDH } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import ece from 'http_ece'
import { importJWK, jwtVerify } from 'jose'
import { afterAll, beforeAll } from 'vitest'
import webPush from 'web-push'
import { configurePush } from '../push/configuration.ts'
import type { Payload } from '../push/payload.ts'

interface Message { ttl: number; urgency: string; topic: string; payload: Payload; bytes: Buffer }
interface Browser { secret: ECDH; auth: Buffer; messages: Message[] }

/** The point of a key as JOSE writes it (RFC 7518 §6.2.1). */
const jwkOf = (key: string) => {
  const point = Buffer.from(key, 'base64url')
  return { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
}

/**
 * Checks who sends, as RFC 8292 §2 and §3 ask: signed by the key that the subscription is bound to, for this service, for a day at most.
 */
const assertSender = async (authorization: string | undefined, origin: string, publicKey: string): Promise<void> => {
  const [, token, key] = /^vapid t=([^,\s]+), ?k=(\S+)$/.exec(authorization ?? '') ?? []
  if (key !== publicKey) throw new Error(`signed by ${key ?? 'nobody'}`)
  const { payload } = await jwtVerify(token!, await importJWK(jwkOf(key), 'ES256'), { audience: origin, algorithms: ['ES256'] })
  if (!/^(mailto:|https:)/.test(payload.sub ?? '')) throw new Error('nobody to write to')
  if (payload.exp! > Date.now() / 1000 + 86_400) throw new Error('signed for more than a day')
}

/**
 * A push service for the file, with browsers that subscribe to it and read what is for them: as strict as RFC 8030, 8291 and 8292 ask, so
 * that what it takes every service takes. `answer` may say something else than 201.
 */
export const aPushService = () => {
  const keys = webPush.generateVAPIDKeys()
  const browsers = new Map<string, Browser>()
  const wrong: unknown[] = []
  const asked: IncomingHttpHeaders[] = []
  let answer: (id: string) => number | [status: number, headers: Record<string, string>] | 'silence' = () => 201
  let port = 0
  const origin = () => `http://push.example:${port}`
  const take = async (id: string, headers: IncomingHttpHeaders, body: Buffer) => {
    await assertSender(headers.authorization, origin(), keys.publicKey)
    const browser = browsers.get(id)
    if (!browser) return 404
    // RFC 8030 §5.2 to 5.4, RFC 8291 §4.
    if (!/^\d+$/.test(String(headers['ttl'])) || headers['content-encoding'] !== 'aes128gcm' || body.length > 4096) return 400
    if (!/^(very-low|low|normal|high)$/.test(String(headers['urgency'])) || !/^[\w-]{1,32}$/.test(String(headers['topic']))) return 400
    const clear = ece.decrypt(body, { version: 'aes128gcm', privateKey: browser.secret, authSecret: browser.auth })
    browser.messages.push({
      ttl: Number(headers['ttl']), urgency: String(headers['urgency']), topic: String(headers['topic']),
        payload: JSON.parse(clear.toString()) as Payload, bytes: body,
    })
    return 201
  }
  const server = createServer((request, response) => {
    const handle = async () => {
      asked.push(request.headers)
      const id = request.url!.slice('/send/'.length)
      const body = await buffer(request)
      const said = answer(id)
      if (said === 'silence') { request.socket.destroy(); return }
      const [status, headers] = typeof said === 'number' ? [said, {}] : said
      response.writeHead(status === 201 ? await take(id, request.headers, body) : status, headers).end()
    }
    handle().catch((error: unknown) => { wrong.push(error); response.writeHead(403).end() })
  })
  beforeAll(async () => {
    await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
    port = (server.address() as AddressInfo).port
    configurePush({ ...keys, contact: 'mailto:contact@sillage.example' }, {
      resolve: async (host) => [{ address: host === 'push.example' ? '127.0.0.1' : '10.0.0.7', family: 4 }],
        permits: (ip, to) => ip === '127.0.0.1' && to === port,
    })
  })
  afterAll(() => { configurePush(undefined); server.closeAllConnections(); server.close() })

  /** What a browser gives once its person agreed, as `enrolDevice` takes it. @param host its push service's name. */
  const subscribe = (host = 'push.example') => {
    const [id, secret, auth] = [randomUUID(), createECDH('prime256v1'), randomBytes(16)]
    secret.generateKeys()
    const browser: Browser = { secret, auth, messages: [] }
    browsers.set(id, browser)
    return {
      id, messages: browser.messages, forget: () => browsers.delete(id),
      given: {
        endpoint: `http://${host}:${port}/send/${id}`, p256dh: secret.getPublicKey('base64url'), auth: auth.toString('base64url'),
        agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
    }
  }
  return { keys, subscribe, wrong, asked, answers: (next: typeof answer) => { answer = next } }
}
