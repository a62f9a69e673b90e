import { lookup as resolveName, type LookupAddress } from 'node:dns'
import type { RequestOptions } from 'node:http'
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
  /** Whether the other machine was reached: what was sent to it may have been taken. */
  readonly given: boolean
  constructor(failure: FetchFailure, passing = PASSING.has(failure), given = false) {
    super(failure)
    this.failure = failure
    this.passing = passing
    this.given = given
  }
}

/** All addresses of a name. */
type Resolve = (host: string) => Promise<LookupAddress[]>
/** Where one may connect; only tests have their own names and their own rule. */
export interface Outside {
  readonly resolve?: Resolve
  readonly permits?: (ip: string, port: number) => boolean
}

/** Ports of the web: another is a service that was not meant for us. */
const PORTS = new Set([80, 443])

const resolveAll: Resolve = (host) => new Promise((resolve, reject) => {
  resolveName(host, { all: true, verbatim: true }, (error, addresses) => error ? reject(error) : resolve(addresses))
})
const isOutside = (ip: string, port: number) => PORTS.has(port) && isPublicAddress(ip)

/** @throws FetchError `address`. */
export const readUrl = (address: string, base?: string): URL => {
  const url = URL.parse(address, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new FetchError('address')
  return url
}

/**
 * Where to connect. Every address of the name must be permitted, and the connection goes to the very one that was checked: the name is not
 * asked again, so that it cannot answer something else the second time (DNS rebinding).
 * @throws FetchError `network`, `private`.
 */
export const addressOf = async (url: URL, { resolve = resolveAll, permits = isOutside }: Outside): Promise<LookupAddress> => {
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

/** Connects there and nowhere else, over a connection of its own. */
export const pinnedTo = ({ address, family }: LookupAddress): RequestOptions => ({
  agent: false, lookup: (_, { all }, done) => all ? done(null, [{ address, family }]) : done(null, address, family),
})
