import { scheduleJson } from '../frab/schedule-json.ts'
import { scheduleXml } from '../frab/schedule-xml.ts'
import { iCalendar } from '../icalendar/read-calendar.ts'
import { withoutNoise } from '../without-noise.ts'
import { calendarWithNotes } from './calendar-with-notes.ts'
import type { FullAgenda } from './full-session.ts'
import { jsonWithNotes } from './json-with-notes.ts'
import type { KeptFeed } from './kept-feed.ts'
import type { Pieces } from './pieces.ts'
import type { NotesOf } from './session-notes.ts'
import { writtenCalendar } from './written-calendar.ts'
import { writtenScheduleJson } from './written-schedule-json.ts'
import { writtenScheduleXml } from './written-schedule-xml.ts'
import { xmlWithNotes } from './xml-with-notes.ts'

/** The formats that an agenda is given out in. */
export type FeedFormatOut = 'agenda.ics' | 'schedule.xml' | 'schedule.json'

/**
 * An agenda with a link to its pad in each session: the imported feed as it came, where it has this format, else written anew.
 *
 * @param feed what was imported last; undefined if it was not kept
 * @param agenda the same as it is known here
 * @param notesOf the pads of the feed's entries
 */
export function feedWithNotes(
  wanted: FeedFormatOut,
  feed: KeptFeed | undefined,
  agenda: FullAgenda,
  notesOf: NotesOf,
): Pieces {
  const text = feed === undefined ? '' : withoutNoise(feed.text)
  const { stamp, slug } = agenda
  switch (wanted) {
    case 'agenda.ics':
      return feed?.format === iCalendar.name
        ? calendarWithNotes(text, notesOf, { stamp, uidOf: (entry) => `${slug}-${entry}` })
        : writtenCalendar(agenda)
    case 'schedule.xml':
      return (feed?.format === scheduleXml.name ? xmlWithNotes(text, notesOf) : undefined) ?? writtenScheduleXml(agenda)
    case 'schedule.json':
      return (
        (feed?.format === scheduleJson.name ? jsonWithNotes(text, notesOf) : undefined) ?? writtenScheduleJson(agenda)
      )
  }
}
