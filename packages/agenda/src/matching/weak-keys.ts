import type { AgendaSession } from '../agenda.ts'
import type { GivenFace } from './face.ts'

/**
 * The sessions of a feed whose keys name a slot rather than a session: a UID that stands for sessions of several titles is
 * told apart by the start, so that another session in that slot gets the same key.
 */
export function weakKeys(given: readonly GivenFace[]): ReadonlySet<GivenFace> {
  const stems = new Map<string, Map<string, number>>()
  for (const { session, wording } of given) {
    const stem = stemOf(session)
    if (stem === undefined) continue
    const titles = stems.get(stem) ?? new Map<string, number>()
    stems.set(stem, titles.set(wording.title, (titles.get(wording.title) ?? 0) + 1))
  }
  return new Set(
    given.filter(({ session, wording }) => {
      const titles = stems.get(stemOf(session) ?? '')
      if (titles === undefined) return false
      // One occurrence of a series may have a title of its own.
      const others = titles.get(wording.title) === 1 ? titles.size - 1 : titles.size
      return others >= 2
    }),
  )
}

/** The key before the start that tells it apart. */
function stemOf({ key, start, series }: AgendaSession): string | undefined {
  // An occurrence of a series is named by its first start, for ever.
  if (series !== undefined) return undefined
  const at = start === null ? -1 : key.indexOf(` ${start}`)
  return at < 0 ? undefined : key.slice(0, at)
}
