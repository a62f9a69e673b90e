import { BlockList, isIP } from 'node:net'

/** IPv4 that is not of the public internet: IANA, Special-Purpose Address Registry (RFC 6890), multicast and reserved (RFC 1112). */
const CLOSED_4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4],
]
/**
 * Of IPv6 only global unicast is public (RFC 4291 §2.4), without what is inside it for protocols (RFC 2928), documentation (RFC 3849,
 * RFC 9637)
 * and 6to4, which hides an IPv4 address (RFC 3056). Mapped and translated addresses (RFC 4291 §2.5.5.2, RFC 6052) lie outside of it.
 */
const CLOSED_6: readonly [network: string, prefix: number][] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]]

const closed = new BlockList()
for (const [network, prefix] of CLOSED_4) closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of CLOSED_6) closed.addSubnet(network, prefix, 'ipv6')
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')

/** Whether this is the address of a machine of the public internet, and not of ours, of its network or of its host's. */
export const isPublicAddress = (ip: string): boolean => {
  if (ip.includes('%')) return false
  if (isIP(ip) === 4) return !closed.check(ip, 'ipv4')
  return isIP(ip) === 6 && unicast.check(ip, 'ipv6') && !closed.check(ip, 'ipv6')
}
