import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** Why a page was not read. Those that a later try may mend say so. */
export type FetchFailure = 'address' | 'private' | 'redirects' | 'status' | 'type' | 'size' | 'time' | 'network'
const PASSING: ReadonlySet<FetchFailure> = new Set(['time', 'network'])

export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly failure: FetchFailure
  /** Whether trying again later may succeed. */
  readonly passing: boolean
  constructor(failure: FetchFailure, passing = PASSING.has(failure)) {
    super(failure)
    this.failure = failure
    this.passing = passing
  }
}

/** All addresses of a name. */
type Resolve = (host: string) => Promise<LookupAddress[]>
export interface FetchOptions {
  /** Whether this content type is wanted; its parameters are left out. */
  wants: (type: string) => boolean
  /** In bytes. `cut`: the rest is left out, rather than the whole refused. */
  most: number
  cut?: boolean
  /** For the whole, redirections included. In milliseconds. */
  within?: number
  agent?: string
  resolve?: Resolve
  /** Whether one may connect there; only tests have another rule. */
  permits?: (ip: string, port: number) => boolean
}
export interface Fetched { url: string, type: string, charset?: string, bytes: Buffer }

const REDIRECTS = 4
const WITHIN = 10_000
/** Ports of the web: another is a service that was not meant for us. */
const PORTS = new Set([80, 443])

const resolveAll: Resolve = (host) => new Promise((resolve, reject) => {
  resolveName(host, { all: true, verbatim: true }, (error, addresses) => error ? reject(error) : resolve(addresses))
})
const isOutside = (ip: string, port: number) => PORTS.has(port) && isPublicAddress(ip)

const readUrl = (address: string, base?: string): URL => {
  const url = URL.parse(address, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new FetchError('address')
  return url
}

/**
 * Where to connect. Every address of the name must be permitted, and the connection goes to the very one that was checked: the name is not
 * asked again, so that it cannot answer something else the second time (DNS rebinding).
 */
const addressOf = async (url: URL, { resolve = resolveAll, permits = isOutside }: FetchOptions): Promise<LookupAddress> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const family = isIP(host)
  const addresses = family ? [{ address: host, family }] : await resolve(host).catch(() => { throw new FetchError('network') })
  // One address is tried: machines without IPv6 are still many.
  const first = addresses.find((one) => one.family === 4) ?? addresses[0]
  if (!first) throw new FetchError('network')
  if (!addresses.every(({ address }) => permits(address, port))) throw new FetchError('private')
  return first
}

const ask = (url: URL, { address, family }: LookupAddress, { agent }: FetchOptions, signal: AbortSignal) => new Promise<IncomingMessage>((resolve, reject) => {
  const options: RequestOptions = {
    signal, agent: false, headers: { 'user-agent': agent ?? 'Sillage', accept: '*/*', 'accept-encoding': 'identity', 'accept-language': 'fr, en;q=0.5' },
    lookup: (_, { all }, done) => all ? done(null, [{ address, family }]) : done(null, address, family),
  }
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve)
  request.on('error', reject)
  request.end()
})

const bytesOf = async (answer: IncomingMessage, { most, cut = false }: FetchOptions): Promise<Buffer> => {
  if (!cut && Number(answer.headers['content-length']) > most) throw new FetchError('size')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size <= most) continue
    if (!cut) throw new FetchError('size')
    break
  }
  return Buffer.concat(chunks).subarray(0, most)
}

const taken = async (url: URL, answer: IncomingMessage, options: FetchOptions): Promise<Fetched> => {
  const status = answer.statusCode ?? 0
  if (status !== 200) throw new FetchError('status', status === 429 || status >= 500)
  const [type = '', ...parameters] = (answer.headers['content-type'] ?? '').toLowerCase().split(';').map((part) => part.trim())
  // We asked for none: what unfolds in memory is not taken.
  if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity' || !options.wants(type)) throw new FetchError('type')
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice(8).replaceAll('"', '')
  return { url: url.href, type, charset, bytes: await bytesOf(answer, options) }
}

/**
 * Reads a page of the public internet, on behalf of a person who gave its address: never a machine of our own network, however the address,
 * its name or its redirections are written. Nothing of ours goes with the request: no cookie, no credential, no referrer.
 * @throws FetchError.
 */
export const fetchPublic = async (address: string, options: FetchOptions): Promise<Fetched> => {
  const signal = AbortSignal.timeout(options.within ?? WITHIN)
  let url = readUrl(address)
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const answer = await ask(url, await addressOf(url, options), options, signal)
      const { location } = answer.headers
      try {
        if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || !location) return await taken(url, answer, options)
      } finally {
        answer.destroy()
      }
      url = readUrl(location, url.href)
    }
  } catch (error) {
    if (error instanceof FetchError) throw error
    throw new FetchError(signal.aborted ? 'time' : 'network')
  }
  throw new FetchError('redirects')
}
