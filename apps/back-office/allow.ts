import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

const familyOf = (address: string) => isIP(address) === 6 ? 'ipv6' as const : 'ipv4' as const

const listOf = (networks: readonly string[]) => {
  const list = new BlockList()
  for (const one of networks) {
    const [address = '', bits] = one.split('/')
    const family = familyOf(address)
    list.addSubnet(address, bits === undefined ? family === 'ipv6' ? 128 : 32 : Number(bits), family)
  }
  return list
}

/** What a proxy writes of whom it speaks for. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip']

/**
 * Who may reach the back office at all. Behind a proxy of ours the address is the client's, as the server read it. Where no proxy is trusted, a
 * request that says it was forwarded is refused: either it lies, or a proxy that nobody declared would lend everybody its own address.
 * @param networks addresses, or networks in CIDR notation (RFC 4632).
 */
export const admitting = (networks: readonly string[], proxied: boolean) => {
  const list = listOf(networks)
  return ({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): boolean => {
    if (!proxied && FORWARDED.some((name) => headers[name] !== undefined)) return false
    const address = ip.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')
    return isIP(address) !== 0 && list.check(address, familyOf(address))
  }
}
