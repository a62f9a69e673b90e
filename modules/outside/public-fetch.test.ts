import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'
import { fetchPublic, type FetchOptions } from './public-fetch.ts'

const asked: IncomingMessage[] = []
const pages: Record<string, RequestListener> = {
  '/page': (_, answer) => answer.setHeader('content-type', 'text/html; Charset="UTF-8"').end('<title>Bonjour</title>'),
  '/again': (_, answer) => answer.writeHead(302, { location: '/page' }).end(),
  '/round': (_, answer) => answer.writeHead(302, { location: '/round' }).end(),
  '/inside': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/inside-mapped': (_, answer) => answer.writeHead(301, { location: 'http://[::ffff:127.0.0.1]/' }).end(),
  '/inside-name': (_, answer) => answer.writeHead(307, { location: 'http://inside.example/' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/pdf': (_, answer) => answer.setHeader('content-type', 'application/pdf').end('%PDF'),
  '/gone': (_, answer) => answer.writeHead(404).end(),
  '/down': (_, answer) => answer.writeHead(503).end(),
  '/bomb': (_, answer) => answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
  '/heavy': (_, answer) => { answer.setHeader('content-type', 'text/html'); for (let at = 0; at < 50; at++) answer.write(Buffer.alloc(10_000, 'x')); answer.end() },
  '/slow': (_, answer) => { answer.setHeader('content-type', 'text/html'); answer.write('<title>') },
}
let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((request, answer) => { asked.push(request); pages[request.url!]!(request, answer) })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  port = (server.address() as AddressInfo).port
})
afterAll(() => { server.closeAllConnections(); server.close() })

/** As in production, but the test's own server is the public internet; names are answered here. */
const fetchPage = (path: string, more: Partial<FetchOptions> = {}) => fetchPublic(path.includes(':') ? path : `http://outside.example:${port}${path}`, {
  wants: (type) => type === 'text/html', most: 100_000, within: 2000,
  resolve: async (host) => host === 'outside.example' ? [{ address: '127.0.0.1', family: 4 }] : [{ address: '10.0.0.7', family: 4 }],
  permits: (ip, to) => (ip === '127.0.0.1' && to === port) || isPublicAddress(ip), ...more,
})
const failure = (name: string) => expect.objectContaining({ failure: name })

test('a page is read, through its redirections, with nothing of ours', async () => {
  asked.length = 0
  expect(await fetchPage('/again')).toMatchObject({ url: `http://outside.example:${port}/page`, type: 'text/html', charset: 'utf-8' })
  expect(asked.map(({ headers }) => [headers.cookie, headers.authorization, headers.referer, headers.host]))
    .toEqual([[undefined, undefined, undefined, `outside.example:${port}`], [undefined, undefined, undefined, `outside.example:${port}`]])
})

test.each([
  '127.0.0.1', '127.255.1.2', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '192.0.0.8',
  '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', 'fc00::1', 'fd12::1', 'fe80::1',
  'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1', '3fff::1', 'localhost', '',
])('%s is not of the public internet', (ip) => { expect(isPublicAddress(ip)).toBe(false) })

test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '100.128.0.1', '2a01:e0a::1', '2606:4700::1111'])('%s is', (ip) => { expect(isPublicAddress(ip)).toBe(true) })

test.each([
  'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/', 'http://169.254.169.254/', 'http://inside.example/', 'https://10.0.0.1/', 'http://127。0。0。1/',
])('%s is refused before anything is sent', async (address) => {
  asked.length = 0
  await expect(fetchPage(address)).rejects.toEqual(failure('private'))
  expect(asked).toEqual([])
})

test('a redirection is judged as the address was', async () => {
  for (const path of ['/inside', '/inside-mapped', '/inside-name']) await expect(fetchPage(path), path).rejects.toEqual(failure('private'))
  await expect(fetchPage('/file')).rejects.toEqual(failure('address'))
  await expect(fetchPage('/round')).rejects.toEqual(failure('redirects'))
})

test('a name with one address inside is refused, and a name that answers otherwise the second time is not asked twice', async () => {
  const two = async () => [{ address: '8.8.8.8', family: 4 }, { address: '192.168.0.1', family: 4 }]
  await expect(fetchPage('http://two.example/', { resolve: two })).rejects.toEqual(failure('private'))
  let times = 0
  const rebinding = async () => [{ address: ++times === 1 ? '127.0.0.1' : '10.0.0.7', family: 4 }]
  const page = await fetchPage(`http://rebinding.example:${port}/page`, { resolve: rebinding })
  expect([page.bytes.toString(), times]).toEqual(['<title>Bonjour</title>', 1])
})

test('other ports, other schemes and credentials are refused', async () => {
  const outside = async () => [{ address: '8.8.8.8', family: 4 }]
  await expect(fetchPublic('http://outside.example:6379/', { wants: () => true, most: 10, resolve: outside })).rejects.toEqual(failure('private'))
  for (const address of ['ftp://outside.example/', 'http://me:secret@outside.example/', 'javascript:alert(1)', 'x']) {
    await expect(fetchPublic(address, { wants: () => true, most: 10, resolve: outside })).rejects.toEqual(failure('address'))
  }
})

test('type, size, compression and time have limits', async () => {
  await expect(fetchPage('/pdf')).rejects.toEqual(failure('type'))
  await expect(fetchPage('/bomb')).rejects.toEqual(failure('type'))
  await expect(fetchPage('/heavy')).rejects.toEqual(failure('size'))
  expect((await fetchPage('/heavy', { cut: true })).bytes).toHaveLength(100_000)
  await expect(fetchPage('/slow', { within: 300 })).rejects.toMatchObject({ failure: 'time', passing: true })
  await expect(fetchPage('/gone')).rejects.toMatchObject({ failure: 'status', passing: false })
  await expect(fetchPage('/down')).rejects.toMatchObject({ failure: 'status', passing: true })
  await expect(fetchPage('http://nowhere.example/', { resolve: async () => { throw new Error('ENOTFOUND') } })).rejects.toEqual(failure('network'))
})
