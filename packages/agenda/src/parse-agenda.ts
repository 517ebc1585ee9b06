import type { Agenda } from './agenda.ts'
import type { ColumnChoice } from './csv/columns.ts'
import type { DayOrder } from './csv/dates.ts'
import { unreadTable } from './csv/table-facts.ts'
import type { Reading, Window } from './feed-format.ts'
import { FORMATS } from './formats.ts'
import { readJson } from './json/read-json.ts'
import { createProblemList } from './problem-list.ts'
import { whyNoAgenda } from './why-no-agenda.ts'
import { withoutNoise } from './without-noise.ts'
import { ianaZone } from './zones/iana-zone.ts'

/** The longest agenda that is read, in bytes of UTF-8 (or characters of text): 20 MiB. */
export const MAX_AGENDA_BYTES = 20 * 1024 * 1024

export type ParseOptions = {
  /**
   * Which occurrences of a series that lasts longer than a month are given, in milliseconds since 1970; without it, only the
   * first. Shorter series are given whole.
   */
  window?: Window
  /** Gives descriptions as safe HTML too, which takes several times as long; by default they are plain text only. */
  html?: boolean
  /** Which columns of a table mean what, where their headings do not say it, and how its dates are written. */
  columns?: ColumnChoice
  dayOrder?: DayOrder
}

/**
 * Reads an agenda feed, in whatever format of `formats.ts` it is; the format is found by the content.
 *
 * @param text the whole feed
 * @param timeZone the event's IANA zone, for times that have none
 * @returns the sessions that could be read, and a sentence for each thing that could not; a text that is no agenda at all
 *   gives no sessions and one problem; a table whose headings say too little comes with them, to be asked about. Never throws on bad input.
 */
export function parseAgenda(text: string, timeZone: string, options: ParseOptions = {}): Agenda {
  if (text.length > MAX_AGENDA_BYTES) return nothing(tooLarge(text.length))
  const clean = withoutNoise(text)
  const problems = createProblemList()
  const zone = ianaZone(timeZone)
  if (zone === undefined) problems.whole(`The time zone "${timeZone.slice(0, 60)}" is not known; UTC was used.`)
  const feed = { text: clean, json: readJson(clean) }
  const reading: Reading = {
    zone: zone ?? 'UTC',
    problems,
    window: options.window,
    withHtml: options.html ?? false,
    columns: options.columns ?? {},
    dayOrder: options.dayOrder,
  }
  const format = FORMATS.find((one) => one.recognises(feed, reading))
  if (format !== undefined) return format.read(feed, reading)
  const table = unreadTable(clean, reading.columns)
  return { ...nothing(whyNoAgenda(feed)), ...(table && { table }) }
}

/** The sentence for a feed that is longer than `MAX_AGENDA_BYTES`. */
export function tooLarge(bytes: number): string {
  const megabytes = (n: number) => Math.ceil(n / (1024 * 1024))
  return `The feed is too large: ${megabytes(bytes)} MB; at most ${megabytes(MAX_AGENDA_BYTES)} MB are read. Export a part of it, such as one event.`
}

function nothing(problem: string): Agenda {
  return { format: '', title: null, timeZone: null, sessions: [], readable: false, problems: [problem] }
}
