import type { GivenFace, KnownFace } from './face.ts'

export type RoomRename = { before: string; after: string }

/**
 * The rooms that got another name: at least two sessions were in one, all that are still there are in the other, the old
 * name is gone from the feed, and the new one is new. A single session may as well have moved.
 */
export function renamedRooms(
  known: readonly KnownFace[],
  given: readonly GivenFace[],
  pairs: readonly (readonly [KnownFace, GivenFace])[],
): RoomRename[] {
  const old = new Set(known.filter(({ known }) => known.last.state !== 'missing').map(({ room }) => room))
  const now = new Set(given.map(({ room }) => room))
  const went = new Map<string, { after: Set<string | null>; sessions: number; before: string }>()
  for (const [{ room, known }, { session }] of pairs) {
    if (room === undefined || now.has(room) || known.last.room === null) continue
    const entry = went.get(room) ?? { after: new Set(), sessions: 0, before: known.last.room }
    entry.after.add(session.room)
    entry.sessions += 1
    went.set(room, entry)
  }
  const renames = [...went.values()].flatMap(({ before, after, sessions }) => {
    const [only, ...more] = after
    return sessions < 2 || more.length > 0 || only === null || only === undefined ? [] : [{ before, after: only }]
  })
  const isNew = new Set(given.flatMap(({ room, session }) => (old.has(room) || !session.room ? [] : session.room)))
  // Two old rooms in one new one were put together, which is a move for those who look for their room.
  const uses = new Map<string, number>()
  for (const { after } of renames) uses.set(after, (uses.get(after) ?? 0) + 1)
  return renames.filter(({ after }) => isNew.has(after) && uses.get(after) === 1)
}
