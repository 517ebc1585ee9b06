import type { Agenda } from './agenda.ts'
import { readCalendar } from './icalendar/read-calendar.ts'
import { whyNoCalendar } from './why-no-calendar.ts'

/** The longest agenda that is read, in bytes of UTF-8 (or characters of text): 20 MiB. */
export const MAX_AGENDA_BYTES = 20 * 1024 * 1024

/**
 * Reads an agenda feed, whatever its format. So far: iCalendar (RFC 5545), as it is met in the wild.
 *
 * @param text the whole feed
 * @param timeZone the event's IANA zone, for times that have none
 * @returns the sessions that could be read, and a sentence for each thing that could not; a text that is no agenda at all
 *   gives no sessions and one problem. Never throws on bad input.
 */
export function parseAgenda(text: string, timeZone: string): Agenda {
  if (text.length > MAX_AGENDA_BYTES) return nothing(tooLarge(text.length))
  const clean = withoutNoise(text)
  const why = whyNoCalendar(clean)
  return why === undefined ? readCalendar(clean, timeZone) : nothing(why)
}

/** The sentence for a feed that is longer than `MAX_AGENDA_BYTES`. */
export function tooLarge(bytes: number): string {
  const megabytes = (n: number) => Math.ceil(n / (1024 * 1024))
  return `The feed is too large: ${megabytes(bytes)} MB; at most ${megabytes(MAX_AGENDA_BYTES)} MB are read. Export a part of it, such as one event.`
}

function nothing(problem: string): Agenda {
  return { format: 'iCalendar', title: null, timeZone: null, sessions: [], readable: false, problems: [problem] }
}

function withoutNoise(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\0', '')
}
