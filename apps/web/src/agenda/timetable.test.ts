import type { SessionWithActivity } from '@forumpad/api'
import { expect, test } from 'vitest'
import { MOST_COLUMNS } from '../../vite/timetable-slots.ts'
import { at } from './testing/a-session.ts'
import { rowOfMoment, timetableOf } from './timetable.ts'

const layOut = (...sessions: SessionWithActivity[]) => {
  const timetable = timetableOf({ date: '2017-05-10', sessions }, 'America/New_York')
  if (timetable === null) throw new Error('This day is too large for a grid.')
  return timetable
}

/** Where the cell of a session stands: columns and rows of the grid, where 1 holds times and rooms. */
const placeOf = (timetable: ReturnType<typeof layOut>, { session }: SessionWithActivity) => {
  const cell = timetable.cells.find(({ sessions }) => sessions.some((entry) => entry.session.id === session.id))
  return cell && { columns: [cell.column, cell.columnEnd], rows: [cell.row, cell.rowEnd] }
}

test('rooms are columns in the order people count them, times are rows', () => {
  const [nine, ten] = [at('09:00', '10:00', 'Room 9'), at('09:00', '09:30', 'Room 10')]
  const timetable = layOut(ten, nine)
  expect(timetable.rooms.map(({ name }) => name)).toEqual(['Room 9', 'Room 10'])
  expect(placeOf(timetable, nine)).toEqual({ columns: [2, 3], rows: [2, 4] })
  expect(placeOf(timetable, ten)).toEqual({ columns: [3, 4], rows: [2, 3] })
})

test('the time between two sessions is an empty row, with no time beside it', () => {
  const { rows } = layOut(at('09:00', '10:00', 'A'), at('11:00', '12:00', 'A'))
  expect(rows.map(({ minutes, starts, empty }) => ({ minutes, starts, empty }))).toEqual([
    { minutes: 540, starts: true, empty: false },
    { minutes: 600, starts: false, empty: true },
    { minutes: 660, starts: true, empty: false },
  ])
})

test('two sessions at once in one room stand side by side, a session alone takes the whole width', () => {
  const [long, short, alone] = [at('09:00', '11:00', 'A'), at('10:00', '10:30', 'A'), at('11:00', '12:00', 'A')]
  const timetable = layOut(long, short, alone)
  expect(timetable.columnCount).toBe(2)
  expect(placeOf(timetable, long)?.columns).toEqual([2, 3])
  expect(placeOf(timetable, short)?.columns).toEqual([3, 4])
  expect(placeOf(timetable, alone)?.columns).toEqual([2, 4])
})

test('twenty posters at the same time in one hall share one cell', () => {
  const posters = Array.from({ length: 20 }, () => at('10:00', '13:00', 'Hall'))
  const { cells, columnCount } = layOut(...posters)
  expect(columnCount).toBe(1)
  expect(cells.map(({ sessions }) => sessions.length)).toEqual([20])
})

test('a break in several rooms spans them, unless something else runs there', () => {
  const rooms = ['A', 'B', 'C'].map((room) => at('09:00', '10:00', room))
  const [pause, clashing] = [at('10:00', '10:30', 'A, C'), at('11:00', '11:30', 'A, C')]
  const timetable = layOut(...rooms, pause, clashing, at('11:00', '12:00', 'B'))
  expect(placeOf(timetable, pause)?.columns).toEqual([2, 5])
  expect(placeOf(timetable, clashing)?.columns).toEqual([2, 3])
})

test('a comma in the name of a room is only a comma', () => {
  expect(layOut(at('09:00', '10:00', 'Hynes, level 1')).rooms.map(({ name }) => name)).toEqual(['Hynes, level 1'])
})

test('on a day of many rooms the rarely used ones share a column, and their cells say the room', () => {
  const busy = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((room) =>
    ['09', '10', '11'].map((hour) => at(`${hour}:00`, `${hour}:30`, room)),
  )
  const timetable = layOut(
    ...busy,
    at('09:00', '09:30', 'Attic'),
    at('10:00', '10:30', 'Lobby'),
    at('12:00', '13:00', null),
  )
  expect(timetable.rooms.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'Other rooms', 'No room yet'])
  expect(timetable.cells.filter(({ elsewhere }) => elsewhere).map(({ sessions }) => sessions[0]?.session.room)).toEqual(
    ['Attic', 'Lobby'],
  )
})

test('a session without an end, or with one before its start, still has a row', () => {
  const [open, wrong] = [at('09:00', null, 'A'), at('10:00', '09:00', 'A')]
  const timetable = layOut(open, wrong)
  expect(placeOf(timetable, open)?.rows).toEqual([2, 3])
  expect(placeOf(timetable, wrong)?.rows).toEqual([4, 5])
})

test('a day with more rooms than the style sheet knows is no grid', () => {
  const rooms = Array.from({ length: MOST_COLUMNS }, (_, n) =>
    ['09', '10', '11'].map((hour) => at(`${hour}:00`, `${hour}:30`, `Room ${n}`)),
  ).flat()
  expect(timetableOf({ date: '2017-05-10', sessions: rooms }, 'America/New_York')).toBeNull()
})

test('the now-line knows its row and how much of it is over', () => {
  const { rows } = layOut(at('09:00', '10:00', 'A'), at('10:00', '10:40', 'A'))
  expect(rowOfMoment(rows, 9 * 60 + 30)).toEqual({ row: 2, tenths: 5 })
  expect(rowOfMoment(rows, 10 * 60)).toEqual({ row: 3, tenths: 0 })
  expect(rowOfMoment(rows, 8 * 60)).toBeNull()
  expect(rowOfMoment(rows, 10 * 60 + 40)).toBeNull()
})
