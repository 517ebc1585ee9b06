import type { SessionWithActivity } from '@forumpad/api'
import { columnNames, OTHER_ROOMS } from './column-names.ts'

/** Sessions that stand together, in minutes of the day. */
export type Slot = { sessions: SessionWithActivity[]; room: string | null; from: number; to: number }

type Span = { from: number; to: number }
type RoomSpan = { name: string } & Span
/** `elsewhere` when the head above does not say the slot's room. */
type Placed = { slot: Slot; elsewhere: boolean } & Span

/**
 * Gives each room its columns, and each slot its place in them. Columns count from 0, `to` is one past the last. A room
 * where two things run at once gets two columns. A slot that names several rooms (`Hall C, Ballroom A`) spans them when
 * nothing else runs there meanwhile, and otherwise stands in the first.
 */
export function placeInRooms(slots: readonly Slot[]): { rooms: RoomSpan[]; placed: Placed[]; columnCount: number } {
  const { names, nameOf, roomsOf } = columnNames(slots)
  const single = slots.filter((slot) => roomsOf(slot).length < 2)
  const rooms: RoomSpan[] = []
  const placed: Placed[] = []
  let column = 0
  for (const name of names) {
    const lanes = inLanes(single.filter((slot) => nameOf(slot) === name))
    const width = Math.max(1, ...lanes.map(({ lane }) => lane + 1))
    for (const { slot, lane, alone } of lanes) {
      const span = alone ? { from: column, to: column + width } : { from: column + lane, to: column + lane + 1 }
      placed.push({ slot, ...span, elsewhere: name === OTHER_ROOMS })
    }
    rooms.push({ name, from: column, to: column + width })
    column += width
  }
  for (const slot of slots) {
    if (single.includes(slot)) continue
    placed.push({ slot, ...spanOf(slot, roomsOf(slot), rooms, placed), elsewhere: true })
  }
  placed.sort((a, b) => a.slot.from - b.slot.from || a.from - b.from)
  return { rooms, placed, columnCount: column }
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

function spanOf(slot: Slot, names: readonly string[], rooms: readonly RoomSpan[], placed: readonly Placed[]): Span {
  const own = rooms.filter(({ name }) => names.includes(name))
  const first = own[0] ?? { from: 0, to: 1 }
  const whole = {
    from: Math.min(first.from, ...own.map(({ from }) => from)),
    to: Math.max(first.to, ...own.map(({ to }) => to)),
  }
  const free = !placed.some(({ slot: other, from, to }) => overlap(other, slot) && from < whole.to && whole.from < to)
  return free ? whole : { from: first.from, to: first.to }
}

const overlap = (a: Slot, b: Slot) => a.from < b.to && b.from < a.to
