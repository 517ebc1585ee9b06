import { sentence } from '../languages/sentence.ts'
import { compareNames } from './session-days.ts'

/** The head above sessions without a room, and above rooms that are hardly used this day. */
export const NO_ROOM = sentence('No room yet')
export const OTHER_ROOMS = sentence('Other rooms')

/** With more rooms than these, the ones with few sessions share a column: else the day would be wider than any screen. */
const MANY_ROOMS = 7
const FEW_SESSIONS = 2

type WithRoom = { room: string | null }

/** The heads of a day's columns in the order of their names, which head a slot stands under, and which rooms it names. */
export function columnNames<S extends WithRoom>(slots: readonly S[]) {
  const known = new Set(slots.flatMap(({ room }) => room ?? []))
  const roomsOf = (slot: S) => roomsNamed(slot.room, known)
  const counts = new Map<string, number>()
  for (const slot of slots) {
    const [first = NO_ROOM] = roomsOf(slot)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  const rare = [...counts].flatMap(([name, count]) => (name !== NO_ROOM && count <= FEW_SESSIONS ? [name] : []))
  const shared = new Set(counts.size > MANY_ROOMS && rare.length > 1 ? rare : [])
  const nameOf = (slot: S) => {
    const [first = NO_ROOM] = roomsOf(slot)
    return shared.has(first) ? OTHER_ROOMS : first
  }
  return { names: [...new Set(slots.map(nameOf))].sort(byName), nameOf, roomsOf }
}

/** `Hall C, Ballroom A` names two rooms if both are known by themselves; otherwise a comma is part of the name. */
function roomsNamed(room: string | null, known: ReadonlySet<string>): string[] {
  if (room === null) return []
  const parts = room.split(/\s*[,;]\s*/u)
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts : [room]
}

/** The heads that are no names, in the order in which they stand at the end. */
export const NOT_ROOMS = [OTHER_ROOMS, NO_ROOM]

function byName(a: string, b: string): number {
  return NOT_ROOMS.indexOf(a) - NOT_ROOMS.indexOf(b) || compareNames(a, b)
}
