import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupAddress } from 'node:dns'
import { addressOf, FetchError, pinnedTo, readUrl, type Outside } from './connection.ts'

export interface FetchOptions extends Outside {
  /** Whether this content type is wanted; its parameters are left out. */
  wants: (type: string) => boolean
  /** In bytes. `cut`: the rest is left out, rather than the whole refused. */
  most: number
  cut?: boolean
  /** For the whole, redirections included. In milliseconds. */
  within?: number
  agent?: string
}
export interface Fetched { url: string, type: string, charset?: string, bytes: Buffer }

const REDIRECTS = 4
const WITHIN = 10_000

const ask = (url: URL, to: LookupAddress, { agent }: FetchOptions,
  signal: AbortSignal) => new Promise<IncomingMessage>((resolve, reject) => {
  const options = {
    ...pinnedTo(to), signal,
    headers: { 'user-agent': agent ?? 'Sillage', accept: '*/*', 'accept-encoding': 'identity', 'accept-language': 'fr, en;q=0.5' },
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
