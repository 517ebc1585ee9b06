import { expect, test } from 'vitest'
import { parseAgenda } from './parse-agenda.ts'
import { calendar, event } from './testing/calendar.ts'

const read = (...events: string[][]) => parseAgenda(calendar(...events), 'UTC')
const keys = (...events: string[][]) => read(...events).sessions.map(({ key }) => key)

test('a UID that is used once is the key as it stands', () => {
  expect(keys(event({ UID: 'a@x' }), event({ UID: 'b@x' }))).toEqual(['a@x', 'b@x'])
})

test('a UID that repeats is told apart by start, then title, then room', () => {
  expect(
    keys(
      event({ UID: 'a' }),
      event({ UID: 'a', DTSTART: '20170509T130000Z' }),
      event({ UID: 'a', DTSTART: '20170509T130000Z', SUMMARY: 'Other' }),
      event({ UID: 'b', SUMMARY: 'Twins', LOCATION: 'A' }),
      event({ UID: 'b', SUMMARY: 'Twins', LOCATION: 'B' }),
    ),
  ).toEqual([
    'a 2017-05-08T13:00:00Z',
    'a 2017-05-09T13:00:00Z Keynote',
    'a 2017-05-09T13:00:00Z Other',
    'b 2017-05-08T13:00:00Z Twins A',
    'b 2017-05-08T13:00:00Z Twins B',
  ])
})

test('the same event twice is taken once, and named', () => {
  const { sessions, problems } = read(event(), event())
  expect(sessions).toHaveLength(1)
  expect(problems).toEqual(['Line 8, event "Keynote": it stands in the feed twice; it was taken once.'])
})

test('an occurrence of a series has the date it replaces in its key', () => {
  expect(
    keys(event({ UID: 'a', RRULE: 'FREQ=DAILY' }), event({ UID: 'a', 'RECURRENCE-ID': '20170509T130000Z' })),
  ).toEqual(['a 2017-05-08T13:00:00Z', 'a 2017-05-09T13:00:00Z'])
})

test('without UIDs, sessions are recognised by title and start', () => {
  const { sessions, problems } = read(event({ UID: '' }), event({ UID: '', SUMMARY: 'Other' }))
  expect(new Set(sessions.map(({ key }) => key)).size).toBe(2)
  expect(problems).toEqual(['2 events have no UID; they are recognised by title and start.'])
})
