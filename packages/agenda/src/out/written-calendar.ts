import { foldedLine, utcTime } from './calendar-line.ts'
import { calendarText } from './escape.ts'
import type { FullAgenda, FullSession } from './full-session.ts'
import type { Pieces } from './pieces.ts'

/** An agenda as iCalendar (RFC 5545), made anew. Sessions without a time are left out. */
export function* writtenCalendar({ title, timeZone, stamp, sessions }: FullAgenda): Pieces {
  const head = ['VERSION:2.0', 'PRODID:-//Forumpad//Agenda//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH']
  yield ['BEGIN:VCALENDAR', ...head, `X-WR-CALNAME:${calendarText(title)}`, `X-WR-TIMEZONE:${timeZone}`]
    .map(foldedLine)
    .join('')
  for (const session of sessions) {
    if (session.start !== null) yield eventLines(session, session.start, stamp).map(foldedLine).join('')
  }
  yield 'END:VCALENDAR\r\n'
}

function eventLines(session: FullSession, start: string, stamp: number): string[] {
  const { key, end, title, room, track, description, source, url, people, state } = session
  const told = [`Notes: ${url}`, people.join(', '), description ?? ''].filter((part) => part !== '').join('\n\n')
  return [
    'BEGIN:VEVENT',
    `UID:${calendarText(key)}`,
    `DTSTAMP:${utcTime(stamp)}`,
    `DTSTART:${utcTime(Date.parse(start))}`,
    ...(end === null ? [] : [`DTEND:${utcTime(Date.parse(end))}`]),
    `SUMMARY:${calendarText(title)}`,
    `DESCRIPTION:${calendarText(told)}`,
    ...(room === null ? [] : [`LOCATION:${calendarText(room)}`]),
    ...(track === null ? [] : [`CATEGORIES:${calendarText(track)}`]),
    `STATUS:${state === 'missing' ? 'CANCELLED' : state.toUpperCase()}`,
    `URL:${source ?? url}`,
    `ATTACH;FMTTYPE=text/html:${url}`,
    'END:VEVENT',
  ]
}
