import type { FullAgenda } from './full-session.ts'
import type { Pieces } from './pieces.ts'
import { type ScheduleDay, type ScheduleEvent, scheduleDays } from './schedule-days.ts'
import { NOTES } from './session-notes.ts'

/** An agenda as the c3voc's schedule.json, version 1, made anew. */
export function* writtenScheduleJson(agenda: FullAgenda): Pieces {
  const days = scheduleDays(agenda)
  const conference = {
    acronym: agenda.slug,
    title: agenda.title,
    start: days[0]?.date ?? '',
    end: days.at(-1)?.date ?? '',
    daysCount: days.length,
    timeslot_duration: '00:05',
    time_zone_name: agenda.timeZone,
    url: agenda.url,
  }
  const head = { version: String(agenda.stamp), base_url: agenda.url }
  yield `{"schedule":${JSON.stringify(head).slice(0, -1)},"conference":${JSON.stringify(conference).slice(0, -1)},"days":[`
  for (const [at, day] of days.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(dayOf(day, agenda.url))}`
  yield ']}}}\n'
}

function dayOf({ index, date, start, end, rooms }: ScheduleDay, base: string) {
  const byName = rooms.map(({ name, events }) => [name, events.map((event) => eventOf(event, base))] as const)
  return { index, date, day_start: start, day_end: end, rooms: Object.fromEntries(byName) }
}

function eventOf({ session, id, guid, slug, date, start, duration }: ScheduleEvent, base: string) {
  return {
    ...{ id, guid, slug, date, start, duration },
    url: session.source ?? base,
    room: session.room ?? '',
    title: session.title,
    subtitle: '',
    track: session.track ?? '',
    type: '',
    language: '',
    abstract: session.description ?? '',
    persons: session.people.map((name) => ({ public_name: name })),
    links: [{ url: session.url, title: NOTES, type: 'related' }],
  }
}
