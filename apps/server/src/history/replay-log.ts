import { setImmediate } from 'node:timers/promises'
import type { ClientOwner, PadStore } from '@forumpad/sync'
import type { PastPad } from './past-pad.ts'

const ROWS = 500
/** Rows between two looks at the clock. */
const STEP = 20
/** The live pads wait no longer than about this. */
const STRETCH_MS = 8

/**
 * Brings a past pad forward to a revision of its log, and lets others work in between.
 *
 * @param enough is asked after each few rows with the bytes of all so far, and ends it early
 * @returns how many bytes of the log were replayed
 */
export async function replayLog(
  log: Pick<PadStore, 'readLog'>,
  pad: string,
  past: PastPad,
  revision: number,
  ownerOf: (client: number) => ClientOwner | undefined,
  enough: (bytes: number) => boolean = () => false,
): Promise<number> {
  let bytes = 0
  while (past.revision < revision) {
    const rows = await log.readLog(pad, past.revision, Math.min(ROWS, revision - past.revision))
    if (rows.length === 0)
      throw new Error(`The log of the pad "${pad}" ends at revision ${past.revision} before ${revision}.`)
    let since = performance.now()
    for (let at = 0; at < rows.length; at += STEP) {
      const step = rows.slice(at, at + STEP)
      past.advance(step, ownerOf)
      for (const row of step) bytes += row.bytes.length
      if (enough(bytes)) return bytes
      if (performance.now() - since < STRETCH_MS) continue
      await setImmediate()
      since = performance.now()
    }
  }
  return bytes
}
