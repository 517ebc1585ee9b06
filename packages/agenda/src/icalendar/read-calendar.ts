import type { Agenda } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import { plainLine } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'
import { withKeys } from '../session-keys.ts'
import { ianaZone } from '../zones/iana-zone.ts'
import { type ContentLine, calendarLines } from './calendar-lines.ts'
import { sharedOrganiser } from './event-people.ts'
import type { TimeReading } from './event-times.ts'
import { type Properties, readProperties } from './properties.ts'
import { type FeedContext, readEvent } from './read-event.ts'
import { seriesOf, withOccurrences } from './series.ts'
import { zonesOf } from './time-zones.ts'

/**
 * Reads an iCalendar feed (RFC 5545), tolerantly: ical.js reads each property by itself, so that one bad line or event
 * never costs the others.
 */
export const iCalendar: FeedFormat = {
  name: 'iCalendar',
  recognises: ({ text }) => /^[ \t]*BEGIN:VCALENDAR[ \t]*\r?$/im.test(text),
  read: ({ text }, reading) => readCalendar(text, reading),
}

function readCalendar(text: string, { zone, problems, withHtml, window }: Reading): Agenda {
  sayUnreadable(text, problems)
  const lines = calendarLines(text, problems)
  const header = readProperties(lines.header, problems)
  const events = lines.events.map(({ line, lines }, entry) => ({ line, entry, event: readProperties(lines, problems) }))
  const times: TimeReading = {
    findZone: zonesOf(lines.zones),
    eventZone: zone,
    floating: 0,
    wholeDays: 0,
    zones: new Map(),
  }
  const feed: FeedContext = {
    times,
    organiser: sharedOrganiser(events.map(({ event }) => event)),
    withHtml,
    allCancelled: header.text('method')?.toUpperCase() === 'CANCEL',
  }
  const read = events.flatMap(({ event, ...at }) => readEvent(event, at, feed, problems) ?? [])
  const sessions = withKeys(withOccurrences(read, { window, times, problems }), problems)
  const own = feedZone(header, lines.zones, problems)
  sayWholeFeed(times, own, read.filter(({ uid }) => uid === undefined).length, problems)
  if (lines.events.length === 0) problems.whole('The calendar holds no events.')
  return {
    format: iCalendar.name,
    title: plainLine(header.text('x-wr-calname') ?? header.text('name') ?? '').slice(0, 200) || null,
    timeZone: own ?? mostUsed(times.zones),
    sessions,
    ...seriesOf(read),
    readable: true,
    problems: problems.sentences(),
  }
}

/** The zone that the feed names for all of it. */
function feedZone(
  header: Properties,
  zones: readonly (readonly ContentLine[])[],
  problems: ProblemList,
): string | undefined {
  const named = header.one('x-wr-timezone') ?? header.one('timezone-id')
  const misplaced = header.one('vtimezone')
  if (misplaced) {
    problems.at(
      misplaced.line,
      null,
      "VTIMEZONE stands here as a property; it was taken as the name of the feed's time zone.",
    )
  }
  const zone = [named, misplaced].flatMap((property) => (property && ianaZone(property.raw)) ?? []).find(isName)
  if (named && ianaZone(named.raw) === undefined) {
    problems.at(named.line, null, `the feed's time zone "${named.raw.slice(0, 60)}" is not known; it was passed over.`)
  }
  const tzids = zones.flatMap((lines) => lines.filter(({ text }) => /^TZID[:;]/i.test(text)))
  const only = tzids.length === 1 ? tzids[0]?.text.replace(/^[^:]*:/, '') : undefined
  return zone ?? [only === undefined ? undefined : ianaZone(only)].find(isName)
}

/** An offset can be read in, but an event needs a zone with a name. */
function isName(zone: string | undefined): boolean {
  return zone !== undefined && /^[A-Za-z]/.test(zone)
}

function sayWholeFeed(times: TimeReading, own: string | undefined, withoutUid: number, problems: ProblemList): void {
  const zone = times.eventZone
  if (times.floating > 0) {
    const other =
      own !== undefined && own !== zone
        ? ` The feed itself names ${own}; if that is right, change the event's zone.`
        : ''
    problems.whole(`${events(times.floating)} no time zone; the times were read in ${zone}.${other}`)
  }
  if (times.wholeDays > 0) {
    problems.whole(`${events(times.wholeDays)} a date without a time; they were taken for whole days in ${zone}.`)
  }
  if (withoutUid > 0) problems.whole(`${events(withoutUid)} no UID; they are recognised by title and start.`)
}

function events(count: number): string {
  return count === 1 ? '1 event has' : `${count} events have`
}

function mostUsed(zones: ReadonlyMap<string, number>): string | null {
  const [most] = [...zones].filter(([zone]) => isName(zone)).sort((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

function sayUnreadable(text: string, problems: ProblemList): void {
  const first = text.indexOf('\uFFFD')
  if (first < 0) return
  const line = text.slice(0, first).split(/\r\n|\n|\r/).length
  problems.at(
    line,
    null,
    'from here on, characters are missing (\uFFFD): the feed was not sent in the charset it claims, or it is damaged.',
  )
}
