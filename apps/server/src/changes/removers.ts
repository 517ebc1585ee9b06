import { setImmediate } from 'node:timers/promises'
import { CreditMap, SERVER_PERSON } from '@forumpad/api'
import type { WordsOrigin } from '@forumpad/pad-schema'
import type { PadStore } from '@forumpad/sync'
import * as Y from 'yjs'

/** Rows read at once; others get their turn in between. */
const PAGE = 500
/** Who took something away is not looked for over a longer stretch of the log. */
const MOST_ROWS = 50_000

/** Who took away what a pad held, by the ids of the words: the first who deleted them. */
export type Removers = { of(words: WordsOrigin): readonly Removal[] }

/** Words that somebody took away. `at` is in milliseconds since 1970. */
export type Removal = { from: number; to: number; by: string; at: number }

/** Reads the log after revision `from` up to `to`, without making a document of it. */
export async function readRemovers(
  log: Pick<PadStore, 'readLog'>,
  pad: string,
  { from, to }: { from: number; to: number },
): Promise<Removers> {
  const removals: { client: number; clock: number; length: number; by: string; at: number }[] = []
  for (let read = from; read < to && to - from <= MOST_ROWS; ) {
    const rows = await log.readLog(pad, read, Math.min(PAGE, to - read))
    if (rows.length === 0) break
    for (const { person, bytes, at } of rows) {
      if (person === SERVER_PERSON) continue
      for (const [client, ranges] of Y.decodeUpdate(bytes).ds.clients) {
        for (const { clock, len } of ranges) removals.push({ client, clock, length: len, by: person, at })
      }
    }
    read += rows.length
    // The store answers at once: nobody else would have a turn.
    await setImmediate()
  }
  const map = new CreditMap()
  // The earliest last: they have the last word.
  for (const { client, clock, length, by, at } of removals.reverse()) {
    map.set(client, { author: by, at, verified: true, from: clock, to: clock + length })
  }
  return {
    of: ({ at, length, client, clock }) =>
      map.slice(client, clock, clock + length).map((range) => ({
        from: at + range.from - clock,
        to: at + range.to - clock,
        by: range.author,
        at: range.at,
      })),
  }
}
