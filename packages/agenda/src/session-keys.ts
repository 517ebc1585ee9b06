import type { AgendaSession } from './agenda.ts'
import type { Place, ProblemList } from './problem-list.ts'

/** A session that was read but has no unique key yet: `uid` is what the feed calls it by, or undefined if it has none. */
export type Keyless = { place: Place; uid: string | undefined; session: Omit<AgendaSession, 'key'> }

/**
 * Gives every session a key of its own. A key that is used several times is told apart by start, then by title, then by
 * room; what is the same in all of them is one session that stands in the feed twice.
 */
export function withKeys(sessions: readonly Keyless[], problems: ProblemList): AgendaSession[] {
  const keys = LADDER.reduce(
    (before, more) => {
      const uses = countOf(before)
      return before.map((key, at) => {
        const keyless = sessions[at]
        return keyless && (uses.get(key) ?? 0) > 1 ? `${key} ${more(keyless.session)}` : key
      })
    },
    sessions.map(({ uid, session }) => uid ?? `no-uid ${session.start} ${session.title}`),
  )
  const taken = new Set<string>()
  return sessions.flatMap(({ place, session }, at) => {
    const key = keys[at] ?? ''
    if (taken.has(key)) {
      problems.at(place, session.title, 'it stands in the feed twice; it was taken once.')
      return []
    }
    taken.add(key)
    return [{ key, ...session }]
  })
}

const LADDER: readonly ((session: Omit<AgendaSession, 'key'>) => string)[] = [
  (session) => session.start ?? '',
  (session) => session.title,
  (session) => session.room ?? '',
]

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
