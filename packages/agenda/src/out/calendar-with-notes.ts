import { type ContentLine, calendarLines, type EventLines } from '../icalendar/calendar-lines.ts'
import { readProperties } from '../icalendar/properties.ts'
import { createProblemList } from '../problem-list.ts'
import { foldedLine, utcTime } from './calendar-line.ts'
import { calendarText } from './escape.ts'
import type { Pieces } from './pieces.ts'
import type { NotesOf } from './session-notes.ts'

/** What events and calendars must have, where a feed left it out. `stamp` is when the feed was imported, in milliseconds since 1970. */
export type CalendarDefaults = { stamp: number; uidOf(entry: number): string }

/**
 * An iCalendar feed with the address of its pad in each event: as first line of DESCRIPTION, which every program shows, as ATTACH, and as
 * URL where the event has none. UIDs stay. What is no iCalendar is put right: folding, and properties that must be there.
 */
export function* calendarWithNotes(text: string, notesOf: NotesOf, { stamp, uidOf }: CalendarDefaults): Pieces {
  const { header, zones, events } = calendarLines(text, createProblemList())
  yield 'BEGIN:VCALENDAR\r\n'
  yield* headerLines(header)
  for (const zone of zones) if (isBalanced(zone)) yield linesOf(zone.map((line) => line.text))
  for (const [entry, event] of events.entries()) {
    yield linesOf(eventLines(event, notesOf(entry), { stamp: utcTime(stamp), uid: uidOf(entry) }))
  }
  yield 'END:VCALENDAR\r\n'
}

function* headerLines(header: readonly ContentLine[]): Pieces {
  // A feed that asks for an answer would be one from us.
  const kept = readable(header).filter(
    (line) => !/^(VERSION|VTIMEZONE)[:;]|^METHOD:(?!\s*(PUBLISH|CANCEL)\s*$)/i.test(line),
  )
  yield 'VERSION:2.0\r\n'
  if (!kept.some((line) => /^PRODID[:;]/i.test(line))) yield 'PRODID:-//Forumpad//Agenda//EN\r\n'
  yield linesOf(kept)
}

function eventLines(event: EventLines, notes: string | undefined, must: { stamp: string; uid: string }): string[] {
  const properties = readProperties(event.lines, createProblemList())
  const lines = readable(event.lines)
  const has = (name: string) => properties.text(name) !== undefined
  const without = (name: string, from: readonly string[]) => from.filter((line) => !startsWith(line, name))
  const more = [
    ...(has('uid') ? [] : [`UID:${calendarText(must.uid)}`]),
    ...(has('dtstamp') ? [] : [`DTSTAMP:${must.stamp}`]),
  ]
  const inner = isBalanced(event.inner) ? event.inner.map(({ text }) => text) : []
  const all = (own: readonly string[]) => ['BEGIN:VEVENT', ...own, ...more, ...inner, 'END:VEVENT']
  if (notes === undefined || properties.all('attach').some(({ raw }) => raw === notes)) return all(lines)
  const description = properties.text('description') ?? ''
  const first = `Notes: ${notes}`
  const told = description === '' ? first : `${first}\n\n${description}`
  return all([
    ...without('description', has('url') ? lines : without('url', lines)),
    `DESCRIPTION:${calendarText(told)}`,
    `ATTACH;FMTTYPE=text/html:${notes}`,
    ...(has('url') ? [] : [`URL:${notes}`]),
  ])
}

/** Those that a program can make something of; a broken one would cost it the whole feed. */
function readable(lines: readonly ContentLine[]): string[] {
  return lines.flatMap((line) => {
    const problems = createProblemList()
    readProperties([line], problems)
    if (!/^[A-Za-z][A-Za-z0-9-]*[:;]/.test(line.text) || problems.sentences().length > 0) return []
    return line.text.replace(/^((?:SEQUENCE|PRIORITY|STATUS|DTSTAMP|DTSTART|DTEND)[^:]*:)\s+/i, '$1')
  })
}

function startsWith(line: string, name: string): boolean {
  return (
    line.length > name.length &&
    line.slice(0, name.length).toLowerCase() === name &&
    /[:;]/.test(line[name.length] ?? '')
  )
}

/** Whether each component in these lines ends where it should. */
function isBalanced(lines: readonly ContentLine[]): boolean {
  const open: string[] = []
  for (const { text } of lines) {
    const [, verb = '', name = ''] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(text) ?? []
    if (/^BEGIN$/i.test(verb)) open.push(name.toUpperCase())
    else if (/^END$/i.test(verb) && open.pop() !== name.toUpperCase()) return false
  }
  return open.length === 0
}

function linesOf(lines: readonly string[]): string {
  return lines.map(foldedLine).join('')
}
