import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from './feed-format.ts'
import { FORMATS } from './formats.ts'
import { readJson } from './json/read-json.ts'
import { parseAgenda } from './parse-agenda.ts'
import { createProblemList } from './problem-list.ts'
import { calendar, event } from './testing/calendar.ts'
import { fixture } from './testing/fixture.ts'

/** A feed of each format, with the number of sessions in it. */
const FEEDS: readonly (readonly [format: string, text: string, sessions: number])[] = [
  ['iCalendar', calendar(event(), event({ UID: 'two' })), 2],
  ['schedule.xml', fixture('frab.schedule.xml'), 3],
  ['schedule.xml', fixture('pentabarf.schedule.xml'), 3],
  ['schedule.json v2', fixture('schedule-v2.json'), 2],
  ['schedule.json', fixture('frab.schedule.json'), 3],
  ['pretalx', fixture('pretalx-talks.json'), 3],
  ['pretalx', fixture('pretalx-widget.json'), 2],
  ['Indico', fixture('indico-contributions.json'), 3],
  ['Indico', fixture('indico-timetable.json'), 2],
  ['summit API', fixture('summit-api.json'), 2],
  ['IETF agenda.json', fixture('ietf-agenda.json'), 2],
  ['CSV', fixture('c3voc.csv'), 2],
  ['CSV', fixture('guidebook.csv'), 3],
  ['CSV', fixture('sched.csv'), 3],
]

const reading: Reading = {
  zone: 'UTC',
  problems: createProblemList(),
  window: undefined,
  withHtml: false,
  columns: {},
  dayOrder: undefined,
}

test('every format has a feed here', () => {
  expect(new Set(FEEDS.map(([format]) => format))).toEqual(new Set(FORMATS.map(({ name }) => name)))
})

describe.each(FEEDS)('%s', (name, text, sessions) => {
  test('is recognised by what it holds', () => {
    const feed = { text: text.replace(/^\uFEFF/, ''), json: readJson(text) }
    expect(FORMATS.filter((format) => format.recognises(feed, reading)).map((format) => format.name)).toContain(name)
    expect(parseAgenda(text, 'UTC')).toMatchObject({ format: name, readable: true })
  })

  test('is the same with a byte order mark, other line ends, and empty lines around it', () => {
    const before = fc.constantFrom('', '\n', '\r\n\r\n')
    const lineEnd = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(fc.boolean(), before, lineEnd, (hasMark, before, lineEnd) => {
        const plain = text.replace(/^\uFEFF/, '').replace(/\r?\n/g, lineEnd)
        const agenda = parseAgenda(`${hasMark ? '\uFEFF' : ''}${before}${plain}${lineEnd}`, 'UTC')
        expect({ format: agenda.format, sessions: agenda.sessions.length }).toEqual({ format: name, sessions })
      }),
      { numRuns: 10 },
    )
  })

  test('that is cut off anywhere, or has any letters changed, throws nothing and gives no key twice', () => {
    const place = fc.nat({ max: text.length })
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'binary', maxLength: 5 }), (cut, at, other) => {
        for (const damaged of [text.slice(0, cut), `${text.slice(0, at)}${other}${text.slice(at + 3)}`]) {
          const agenda = parseAgenda(damaged, 'UTC', { html: true })
          expect(new Set(agenda.sessions.map(({ key }) => key)).size).toBe(agenda.sessions.length)
          if (!agenda.readable) expect(agenda.problems).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})
