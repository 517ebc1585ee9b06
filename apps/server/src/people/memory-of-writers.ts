import type { People } from './people.ts'

/** So many are known to be kept already before it begins to ask anew. */
const MOST_KNOWN = 10_000

/** Keeps whoever writes, once, so that their name stays beside their words. What is returned takes their id. */
export function createMemoryOfWriters(
  people: Pick<People, 'find' | 'remember'>,
  failed: (error: unknown) => void,
): (writer: string) => void {
  const known = new Set<string>()
  return (writer) => {
    if (known.has(writer)) return
    if (known.size >= MOST_KNOWN) known.clear()
    known.add(writer)
    people
      .find(writer)
      .then((person) => people.remember(person))
      .catch((error: unknown) => {
        known.delete(writer)
        failed(error)
      })
  }
}
