import { BlockList, isIP } from 'node:net'

/**
 * Whether an IP address belongs to the public internet. A feed's address is given by people; it must not become a way to
 * reach what only this machine can reach.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  return !NOT_PUBLIC.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

const NOT_PUBLIC = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, bits, 'ipv4')
  // The same networks, written as IPv6: mapped, and through NAT64.
  NOT_PUBLIC.addSubnet(`::ffff:${network}`, 96 + bits, 'ipv6')
  NOT_PUBLIC.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6')
}
for (const [network, bits] of [
  ['::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['2002::', 16],
  ['2001::', 32],
] as const) {
  NOT_PUBLIC.addSubnet(network, bits, 'ipv6')
}
