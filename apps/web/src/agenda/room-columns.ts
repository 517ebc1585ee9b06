import type { SessionWithActivity } from '@forumpad/api'
import { compareNames } from './session-days.ts'

/** Sessions that stand together, in minutes of the day. */
export type Slot = { sessions: SessionWithActivity[]; room: string | null; from: number; to: number }

type Span = { from: number; to: number }

/** What the column of sessions without a room is called. */
export const NO_ROOM = 'No room yet'

/**
 * Gives each room its columns, in the order of their names, and each slot its place in them. Columns count from 0, `to`
 * is one past the last. A room where two things run at once gets two columns. A slot that names several rooms
 * (`Hall C, Ballroom A`) spans them when nothing else runs there meanwhile, and otherwise stands in the first.
 */
export function placeInRooms(slots: readonly Slot[]): {
  rooms: ({ name: string } & Span)[]
  placed: ({ slot: Slot } & Span)[]
  columnCount: number
} {
  const single = new Set(slots.flatMap(({ room }) => (room === null ? [] : [room])))
  const partsOf = (slot: Slot) => roomsNamed(slot.room, single)
  const names = [...new Set(slots.map((slot) => partsOf(slot)[0] ?? NO_ROOM))].sort(roomOrder)

  const rooms: ({ name: string } & Span)[] = []
  const placed: ({ slot: Slot } & Span)[] = []
  const shared: Slot[] = []
  let column = 0
  for (const name of names) {
    const here = slots.filter((slot) => partsOf(slot).length < 2 && (partsOf(slot)[0] ?? NO_ROOM) === name)
    const lanes = inLanes(here)
    const width = Math.max(1, ...lanes.map(({ lane }) => lane + 1))
    for (const { slot, lane, alone } of lanes) {
      placed.push({ slot, from: alone ? column : column + lane, to: alone ? column + width : column + lane + 1 })
    }
    rooms.push({ name, from: column, to: column + width })
    column += width
  }
  shared.push(...slots.filter((slot) => partsOf(slot).length > 1))
  for (const slot of shared) placed.push({ slot, ...spanOf(slot, partsOf(slot), rooms, placed) })
  placed.sort((a, b) => a.slot.from - b.slot.from || a.from - b.from)
  return { rooms, placed, columnCount: column }
}

/** `Hall C, Ballroom A` names two rooms if both are known by themselves; otherwise a comma is part of the name. */
function roomsNamed(room: string | null, known: ReadonlySet<string>): string[] {
  if (room === null) return []
  const parts = room.split(/\s*[,;]\s*/u)
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts : [room]
}

function roomOrder(a: string, b: string): number {
  if (a === NO_ROOM || b === NO_ROOM) return a === b ? 0 : a === NO_ROOM ? 1 : -1
  return compareNames(a, b)
}

/** The first free lane for each slot, in order of time; `alone` when nothing overlaps it. */
function inLanes(slots: readonly Slot[]): { slot: Slot; lane: number; alone: boolean }[] {
  const ends: number[] = []
  return [...slots]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((slot) => {
      const free = ends.findIndex((end) => end <= slot.from)
      const lane = free === -1 ? ends.length : free
      ends[lane] = slot.to
      return { slot, lane, alone: !slots.some((other) => other !== slot && overlap(other, slot)) }
    })
}

function spanOf(
  slot: Slot,
  parts: readonly string[],
  rooms: readonly ({ name: string } & Span)[],
  placed: readonly ({ slot: Slot } & Span)[],
): Span {
  const own = rooms.filter(({ name }) => parts.includes(name))
  const whole = { from: Math.min(...own.map(({ from }) => from)), to: Math.max(...own.map(({ to }) => to)) }
  const free = !placed.some(({ slot: other, from, to }) => overlap(other, slot) && from < whole.to && whole.from < to)
  const first = own.find(({ name }) => name === parts[0]) ?? { from: 0, to: 1 }
  return free ? whole : { from: first.from, to: first.to }
}

const overlap = (a: Slot, b: Slot) => a.from < b.to && b.from < a.to
