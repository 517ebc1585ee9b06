import type { ProblemList } from '../problem-list.ts'

/** One property as it stands in the feed, unfolded. `line` is where it begins, counted from 1. */
export type ContentLine = { line: number; text: string }

/** `inner` are the components in an event, alarms as a rule, with their first and last lines. */
export type EventLines = { line: number; lines: ContentLine[]; inner: ContentLine[] }

/** A feed taken apart: nothing is understood yet, so that one broken event cannot harm the others. */
export type CalendarLines = { header: ContentLine[]; zones: ContentLine[][]; events: EventLines[] }

/**
 * Unfolds a feed (RFC 5545 3.1, also with bare LF) and sorts its lines by the component they belong to. A line that is no
 * property at all is taken for the rest of the text above it: generators that forget to escape line breaks are common.
 */
export function calendarLines(text: string, problems: ProblemList): CalendarLines {
  const calendar: CalendarLines = { header: [], zones: [], events: [] }
  const open: Open[] = []
  for (const line of unfolded(text)) {
    const [, verb, name] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(line.text) ?? []
    const kind = name?.toUpperCase()
    if (kind !== undefined && verb?.toUpperCase() === 'BEGIN') begin(kind, line, calendar, open, problems)
    place(line, kind === undefined, calendar, open)
    if (kind !== undefined && verb?.toUpperCase() === 'END') end(kind, open)
  }
  const half = open.find((component) => component.kind === 'VEVENT')
  if (half) {
    calendar.events.pop()
    problems.at(half.line, null, 'the feed ends in the middle of this event: it looks cut off. The event was left out.')
  } else if (open.length > 0) {
    problems.whole('The feed ends without END:VCALENDAR: it may be cut off.')
  }
  return calendar
}

type Open = { kind: string; line: number }

function begin(kind: string, line: ContentLine, calendar: CalendarLines, open: Open[], problems: ProblemList): void {
  if (kind === 'VEVENT') {
    const before = open.findIndex((component) => component.kind === 'VEVENT')
    if (before >= 0) {
      problems.at(open[before]?.line ?? line.line, null, 'this event has no END:VEVENT before the next one begins.')
      open.splice(before)
    }
    calendar.events.push({ line: line.line, lines: [], inner: [] })
  }
  if (kind === 'VTIMEZONE') calendar.zones.push([])
  open.push({ kind, line: line.line })
}

function end(kind: string, open: Open[]): void {
  const at = open.findLastIndex((component) => component.kind === kind)
  if (at >= 0) open.splice(at)
}

function place(line: ContentLine, isProperty: boolean, calendar: CalendarLines, open: Open[]): void {
  const inside = open.at(-1)?.kind
  if (open.some((component) => component.kind === 'VTIMEZONE')) calendar.zones.at(-1)?.push(line)
  else if (isProperty && inside === 'VEVENT') calendar.events.at(-1)?.lines.push(line)
  else if (isProperty && inside === 'VCALENDAR') calendar.header.push(line)
  else if (inside !== 'VEVENT' && open.some(({ kind }) => kind === 'VEVENT')) calendar.events.at(-1)?.inner.push(line)
}

function* unfolded(text: string): Generator<ContentLine> {
  let parts: string[] = []
  let first = 0
  let number = 0
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number += 1
    if (/^[ \t]/.test(raw) && parts.length > 0) parts.push(raw.slice(1))
    else if (PROPERTY.test(raw) || parts.length === 0) {
      if (parts.length > 0) yield { line: first, text: parts.join('') }
      parts = raw === '' ? [] : [raw]
      first = number
    } else if (raw !== '') parts.push('\\n', raw)
  }
  if (parts.length > 0) yield { line: first, text: parts.join('') }
}

const PROPERTY = /^[A-Za-z][A-Za-z0-9-]*[:;]/
