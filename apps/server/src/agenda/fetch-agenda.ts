import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, gunzipSync } from 'node:zlib'
import { MAX_AGENDA_BYTES, tooLarge } from '@forumpad/agenda'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import { decodeAgenda, type FetchedAgenda } from './fetched-agenda.ts'
import { isPublicAddress } from './public-address.ts'
import type { FeedValidators } from './source-store.ts'

export type FetchOptions = {
  /** Lets addresses of this machine and of private networks pass: for an operator's own command line, and for tests. */
  allowPrivate?: boolean
  timeoutMs?: number
}

const MOST_REDIRECTS = 5

/**
 * Fetches an agenda from an http, https or webcal address. Every hop of a redirect is checked like the first address.
 * Throws an AgendaNotFetched with a sentence for people.
 */
export async function fetchAgenda(address: string, options: FetchOptions = {}): Promise<FetchedAgenda> {
  const fetched = await fetchIfChanged(address, { etag: null, lastModified: null }, options)
  if (fetched.is === 'fetched') return fetched.agenda
  throw new AgendaNotFetched(`${address.slice(0, 200)} answered 304 although nothing is known of it yet.`)
}

export type MaybeFetched = { is: 'unchanged' } | { is: 'fetched'; agenda: FetchedAgenda; validators: FeedValidators }
export type FetchIfChanged = (address: string, validators: FeedValidators) => Promise<MaybeFetched>

/** The same, unless the server says that it is what it gave before, with these validators. */
export async function fetchIfChanged(
  address: string,
  validators: FeedValidators,
  options: FetchOptions = {},
): Promise<MaybeFetched> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? 20_000)
  let url = webAddress(address)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await get(url, validators, signal, options.allowPrivate ?? false)
    const { statusCode = 0, headers } = response
    if (statusCode === 304 && (validators.etag ?? validators.lastModified) !== null) {
      response.destroy()
      return { is: 'unchanged' }
    }
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy()
      url = webAddress(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new AgendaNotFetched(
        `${url.host} answered ${statusCode} for ${shown(url)}; open the address in a browser to see why.`,
      )
    }
    const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]
    const agenda = decodeAgenda(await readAll(response, url, signal), charset)
    const given = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null }
    return { is: 'fetched', agenda, validators: given }
  }
  throw new AgendaNotFetched(
    `${shown(url)} redirects more than ${MOST_REDIRECTS} times; give the address where it ends.`,
  )
}

function webAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (url?.protocol === 'webcal:') return new URL(url.href.replace(/^webcal:/, 'https:'))
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new AgendaNotFetched(
    `${address.slice(0, 200)} is not a web address; a good one looks like https://example.org/agenda.ics.`,
  )
}

function get(
  url: URL,
  { etag, lastModified }: FeedValidators,
  signal: AbortSignal,
  allowPrivate: boolean,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic(url)
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = {
    accept: 'text/calendar, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Forumpad',
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  }
  return new Promise((resolve, reject) => {
    // The address that is connected to is the one that was checked: a name may mean another one a moment later.
    const lookup = allowPrivate ? undefined : publicLookup(url)
    request(url, { signal, headers, agent: false, ...(lookup && { lookup }) })
      .on('response', resolve)
      .on('error', (error) => reject(whyNotReached(url, error, signal)))
      .end()
  })
}

function publicLookup(url: URL): LookupFunction {
  return (host, options, callback) => {
    dnsLookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? []
      if (error || first === undefined) callback(error ?? new Error('no address'), '', 0)
      else if (!addresses.every(({ address }) => isPublicAddress(address))) callback(notPublic(url), '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function notPublic(url: URL): AgendaNotFetched {
  return new AgendaNotFetched(
    `${url.host} is inside a private network, from where no agenda is fetched; upload the file instead.`,
  )
}

function whyNotReached(url: URL, error: Error, signal: AbortSignal): AgendaNotFetched {
  if (error instanceof AgendaNotFetched) return error
  if (signal.aborted) return new AgendaNotFetched(`${url.host} took too long to send ${shown(url)}; try again later.`)
  const code = 'code' in error ? String(error.code) : error.message
  return new AgendaNotFetched(`${url.host} could not be reached (${code}); check the address.`)
}

/** The body, unpacked, as long as it stays within the limit: a small file can unpack to a huge one. */
async function readAll(response: IncomingMessage, url: URL, signal: AbortSignal): Promise<Uint8Array> {
  const claimed = Number(response.headers['content-length'] ?? 0)
  const parts: Buffer[] = []
  let length = 0
  try {
    if (claimed > MAX_AGENDA_BYTES) throw new AgendaNotFetched(tooLarge(claimed))
    for await (const part of unpacked(response)) {
      parts.push(part)
      length += part.length
      if (length > MAX_AGENDA_BYTES) throw new AgendaNotFetched(tooLarge(length))
    }
  } catch (error) {
    throw whyNotReached(url, error instanceof Error ? error : new Error(String(error)), signal)
  } finally {
    response.destroy()
  }
  const bytes = Buffer.concat(parts)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes) : bytes
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[response.headers['content-encoding']?.toLowerCase() ?? '']
  // Errors come out where the stream is read.
  return unpack ? pipeline(response, unpack(), () => {}) : response
}

/** A file that is itself a .gz, sent as it is. */
function gunzipped(bytes: Buffer): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_AGENDA_BYTES })
  } catch {
    throw new AgendaNotFetched(
      'The feed is a compressed file that cannot be unpacked, or unpacks to more than can be read.',
    )
  }
}

function shown(url: URL): string {
  return url.href.slice(0, 200)
}
