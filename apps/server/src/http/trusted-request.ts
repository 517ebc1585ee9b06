import type { IncomingMessage } from 'node:http'
import { compile, all as forwardedAddresses } from '@fastify/proxy-addr'

/** What is to be believed about where a request came from and which address it was sent to. */
export type RequestFacts = {
  /** The client's address. */
  ip: string
  /** Host and port as the client knows them; empty for a request without a Host header. */
  host: string
  https: boolean
}

/**
 * Reads those facts as Fastify does for its own requests, for upgrades too.
 *
 * @param trust whose word counts: see TRUST_PROXY
 */
export function requestFacts(trust: boolean | number | string[]): (request: IncomingMessage) => RequestFacts {
  const trusted = trustFunction(trust)
  return (request) => {
    const byProxy = trusted(request.socket.remoteAddress ?? '', 0)
    const forwarded = (header: string) => (byProxy ? firstOf(request.headers[header]) : undefined)
    return {
      ip: forwardedAddresses(request, trusted).at(-1) ?? '',
      host: (forwarded('x-forwarded-host') ?? request.headers.host ?? '').toLowerCase(),
      https: 'encrypted' in request.socket || forwarded('x-forwarded-proto') === 'https',
    }
  }
}

function trustFunction(trust: boolean | number | string[]): (address: string, hop: number) => boolean {
  if (typeof trust === 'boolean') return () => trust
  if (typeof trust === 'number') return (_, hop) => hop < trust
  return compile(trust)
}

function firstOf(header: string | string[] | undefined): string | undefined {
  const value = Array.isArray(header) ? header[0] : header
  return value?.split(',')[0]?.trim()
}
