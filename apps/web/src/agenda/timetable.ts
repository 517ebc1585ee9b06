import type { SessionWithActivity } from '@forumpad/api'
import { MOST_COLUMNS, MOST_ROWS } from '../../vite/timetable-slots.ts'
import { placeInRooms, type Slot } from './room-columns.ts'
import { type Day, minutesOfDay } from './session-days.ts'

/** Where things stand in the grid of one day. Rows and columns count from 1; row 1 holds the rooms, column 1 the times. */
export type Timetable = {
  columnCount: number
  rooms: { name: string; column: number; columnEnd: number }[]
  /** `empty` when nothing runs meanwhile. */
  rows: { row: number; minutes: number; length: number; starts: boolean; empty: boolean }[]
  cells: Cell[]
}

/** One session, or several that start together in one room (posters, open spaces). */
export type Cell = {
  sessions: SessionWithActivity[]
  column: number
  columnEnd: number
  row: number
  rowEnd: number
  /** The head of the column does not say the room: the cell must. */
  elsewhere: boolean
}

const HEAD = 1

/**
 * Lays one day out: rooms as columns, times as rows. A row begins wherever a session begins or ends, so that the rows'
 * heights can follow their contents. Null when the day is too large for a grid: then it is shown as a list.
 */
export function timetableOf(day: Day, timeZone: string): Timetable | null {
  const slots = slotsOf(day, timeZone)
  const times = [...new Set(slots.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const { rooms, placed, columnCount } = placeInRooms(slots)
  if (columnCount + 1 > MOST_COLUMNS || times.length + HEAD > MOST_ROWS) return null

  const rowAt = new Map(times.map((minutes, index) => [minutes, index + HEAD + 1]))
  const starts = new Set(slots.map(({ from }) => from))
  return {
    columnCount,
    rooms: rooms.map(({ name, from, to }) => ({ name, column: from + 2, columnEnd: to + 2 })),
    rows: times.slice(0, -1).map((minutes, index) => ({
      row: index + HEAD + 1,
      minutes,
      length: (times[index + 1] ?? minutes) - minutes,
      starts: starts.has(minutes),
      empty: !slots.some(({ from, to }) => from <= minutes && minutes < to),
    })),
    cells: placed.map(({ slot, from, to, elsewhere }) => ({
      sessions: slot.sessions,
      column: from + 2,
      columnEnd: to + 2,
      row: rowAt.get(slot.from) ?? HEAD + 1,
      rowEnd: rowAt.get(slot.to) ?? HEAD + 2,
      elsewhere,
    })),
  }
}

/** Which row a moment of the day lies in, and how many tenths of the row are over; null outside the day's sessions. */
export function rowOfMoment(rows: Timetable['rows'], minutes: number): { row: number; tenths: number } | null {
  const at = rows.find((row) => row.minutes <= minutes && minutes < row.minutes + row.length)
  return at ? { row: at.row, tenths: Math.floor(((minutes - at.minutes) / at.length) * 10) } : null
}

/** So many sessions that start together in one room share a cell instead of standing side by side. */
const MANY_AT_ONCE = 3
/** What a session without an end, or with none after its start, is given in the grid. */
const LEAST_MINUTES = 5

function slotsOf(day: Day, timeZone: string): Slot[] {
  const groups = new Map<string, Slot[]>()
  for (const entry of day.sessions) {
    const { start, end, room } = entry.session
    if (start === null) continue
    const from = minutesOfDay(start, day.date, timeZone)
    const to = Math.max(from + LEAST_MINUTES, end === null ? 0 : minutesOfDay(end, day.date, timeZone))
    const key = `${from} ${room}`
    const slot = { sessions: [entry], room, from, to: Math.min(to, LAST_MINUTE) }
    groups.set(key, [...(groups.get(key) ?? []), slot])
  }
  return [...groups.values()].flatMap((slots) => (shareCell(slots) ? [stacked(slots)] : slots))
}

function shareCell(slots: readonly Slot[]): boolean {
  return slots.length >= MANY_AT_ONCE || slots.every(({ to }) => to === slots[0]?.to)
}

/** A session that runs for days is cut at the end of the night: it would stretch this day's grid. */
const LAST_MINUTE = 30 * 60

function stacked(slots: Slot[]): Slot {
  return {
    sessions: slots.flatMap(({ sessions }) => sessions),
    room: slots[0]?.room ?? null,
    from: Math.min(...slots.map(({ from }) => from)),
    to: Math.max(...slots.map(({ to }) => to)),
  }
}
