import { markupText, markupWords } from './escape.ts'
import type { FullAgenda } from './full-session.ts'
import type { Pieces } from './pieces.ts'
import { type ScheduleEvent, scheduleDays } from './schedule-days.ts'
import { NOTES } from './session-notes.ts'

/** An agenda as frab's schedule.xml, made anew. */
export function* writtenScheduleXml(agenda: FullAgenda): Pieces {
  const days = scheduleDays(agenda)
  const conference = [
    ['acronym', agenda.slug],
    ['title', agenda.title],
    ['start', days[0]?.date ?? ''],
    ['end', days.at(-1)?.date ?? ''],
    ['days', String(days.length)],
    ['timeslot_duration', '00:05'],
    ['time_zone_name', agenda.timeZone],
  ] as const
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<schedule>\n<version>${agenda.stamp}</version>\n<conference>\n`
  yield `${conference.flatMap(([name, text]) => (text === '' ? [] : element(name, text))).join('\n')}\n</conference>\n`
  for (const { index, date, start, end, rooms } of days) {
    yield `<day index="${index}" date="${date}" start="${start}" end="${end}">\n`
    for (const { name, events } of rooms) {
      yield `<room name="${markupWords(name)}">\n`
      for (const event of events) yield eventElement(event)
      yield '</room>\n'
    }
    yield '</day>\n'
  }
  yield '</schedule>\n'
}

function eventElement({ session, id, guid, slug, date, start, duration }: ScheduleEvent): string {
  const people = session.people.map((name) => `<person>${markupText(name)}</person>`)
  return [
    `<event guid="${markupWords(guid)}" id="${id}">`,
    element('room', session.room ?? ''),
    element('title', session.title),
    element('subtitle', ''),
    element('type', ''),
    element('date', date),
    element('start', start),
    element('duration', duration),
    element('abstract', session.description ?? ''),
    element('slug', slug),
    element('track', session.track ?? ''),
    `<persons>${people.join('')}</persons>`,
    `<links><link href="${markupWords(session.url)}">${NOTES}</link></links>`,
    ...(session.source === null ? [] : [element('url', session.source)]),
    '</event>\n',
  ].join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${markupText(text)}</${name}>`
}
