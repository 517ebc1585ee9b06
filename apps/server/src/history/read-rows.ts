import { setImmediate } from 'node:timers/promises'
import type { IndexedRevision, RevisionIndex } from './revision-index.ts'

const ROWS = 2_000
const PADS = 30

/** What is found in the rows of a log, from the first on. */
export type FromRows = {
  /** The last revision that was taken. */
  readonly upTo: number
  take(rows: readonly IndexedRevision[]): void
}

/** Gives what is found in the logs of pads up to their newest revision. What was read of a log is kept, since a log only grows. */
export function createRowReader<Found extends FromRows>(
  index: Pick<RevisionIndex, 'list'>,
  begin: () => Found,
): (pad: string) => Promise<Found> {
  // In the order of their last use.
  const kept = new Map<string, { found: Found; reading: Promise<Found> }>()

  async function readOn(pad: string, found: Found): Promise<Found> {
    for (let rows = await index.list(pad, found.upTo, ROWS); ; rows = await index.list(pad, found.upTo, ROWS)) {
      found.take(rows)
      if (rows.length < ROWS) return found
      await setImmediate()
    }
  }

  return (pad) => {
    const before = kept.get(pad)
    const found = before?.found ?? begin()
    // One after the other: two readers must not take a row twice.
    const reading = (before?.reading ?? Promise.resolve(found)).then(() => readOn(pad, found))
    kept.delete(pad)
    kept.set(pad, { found, reading })
    reading.catch(() => kept.delete(pad))
    for (const oldest of kept.keys()) {
      if (kept.size <= PADS) break
      kept.delete(oldest)
    }
    return reading
  }
}
