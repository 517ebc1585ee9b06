import type { IncomingHttpHeaders } from 'node:http'
import type { RequestFacts } from './trusted-request.ts'

/**
 * Whether a request may act with the cookie it brings. Browsers say which page a request comes from; a page of another site
 * may not act for its visitor. Programs send no Origin, and have no cookie that somebody could abuse.
 *
 * @param publicUrl the origin people use where a proxy hides it from us
 */
export function isFromOurPages(
  headers: IncomingHttpHeaders,
  { host }: RequestFacts,
  publicUrl: string | undefined,
): boolean {
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site'
  if (origin === publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === withoutDefaultPort(host, origin)
}

function withoutDefaultPort(host: string, origin: string): string {
  return host.replace(origin.startsWith('https:') ? /:443$/ : /:80$/, '')
}
