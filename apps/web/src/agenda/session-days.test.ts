import { expect, test } from 'vitest'
import { minutesOfDay, sessionDays } from './session-days.ts'
import { aSession } from './testing/a-session.ts'

const titles = (entries: { session: { title: string } }[]) => entries.map(({ session }) => session.title)
const on = (start: string, title: string) => aSession({ start, title })
const boston = 'America/New_York'

test('a day is a day at the event, wherever the server and the reader are', () => {
  const { days } = sessionDays([on('2017-05-11T01:30:00Z', 'Evening'), on('2017-05-11T13:00:00Z', 'Morning')], boston)
  expect(days.map(({ date, sessions }) => [date, titles(sessions)])).toEqual([
    ['2017-05-10', ['Evening']],
    ['2017-05-11', ['Morning']],
  ])
})

test('a session after midnight belongs to the evening before, after all others', () => {
  const night = on('2017-05-11T04:30:00Z', 'Half past midnight')
  const { days } = sessionDays(
    [night, on('2017-05-10T18:00:00Z', 'Afternoon'), on('2017-05-11T13:00:00Z', 'Next day')],
    boston,
  )
  expect(days.map(({ date, sessions }) => [date, titles(sessions)])).toEqual([
    ['2017-05-10', ['Afternoon', 'Half past midnight']],
    ['2017-05-11', ['Next day']],
  ])
  expect(minutesOfDay('2017-05-11T04:30:00Z', '2017-05-10', boston)).toBe(24 * 60 + 30)
})

test('a session after midnight with no evening before it stays on its own date', () => {
  expect(sessionDays([on('2017-05-11T04:30:00Z', 'Launch')], boston).days.map(({ date }) => date)).toEqual([
    '2017-05-11',
  ])
})

test('sessions without a time come apart', () => {
  const { days, undated } = sessionDays([aSession({ title: 'Some time' })], boston)
  expect(days).toEqual([])
  expect(titles(undated)).toEqual(['Some time'])
})

test('sessions that start together are sorted by end, then by room as people count rooms', () => {
  const start = '2017-05-10T18:00:00Z'
  const end = '2017-05-10T19:00:00Z'
  const inRoom = (room: string) => aSession({ title: room, room, start, end })
  const { days } = sessionDays([inRoom('Room 10'), inRoom('Room 9')], boston)
  expect(titles(days[0]?.sessions ?? [])).toEqual(['Room 9', 'Room 10'])
})
