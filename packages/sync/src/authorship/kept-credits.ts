import { CreditMap, readAuthoredRanges, writeAuthoredRanges } from '@forumpad/api'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The credits that a log no longer tells, for a store to keep; undefined where there are none. */
export function writeKeptCredits(credits: CreditMap): Uint8Array | undefined {
  if (credits.size === 0) return undefined
  const ranges = new Map(credits.clients.map((client) => [client, credits.of(client)]))
  return encoding.encode((encoder) => writeAuthoredRanges(encoder, ranges))
}

/** Reads what `writeKeptCredits` gave. Throws if it is damaged. */
export function readKeptCredits(bytes: Uint8Array): CreditMap {
  const credits = new CreditMap()
  for (const [client, ranges] of readAuthoredRanges(decoding.createDecoder(bytes)))
    for (const range of ranges) credits.set(client, range)
  return credits
}
