import type { Clock, PadStore, StoredPad } from '@forumpad/sync'
import { ProblemError } from '../http/problem-error.ts'
import type { KeyframeStore } from './keyframe-store.ts'
import { Keyframes } from './keyframes.ts'
import { PastPad } from './past-pad.ts'
import { PastPads } from './past-pads.ts'
import { replayLog } from './replay-log.ts'
import { type Frame, type Revision, revisionOf } from './revision.ts'

/** The past of pads, from nothing but their logs. Reads only what is committed, and never waits for the live pads. */
export interface History {
  /**
   * A pad as it was at a revision: its text, who had written what, and who made this change and when. Costs the text and at most a few hundred
   * rows of the log, whichever revision it is. Throws a `ProblemError` with status 404, `no-such-pad` or `no-such-revision`, where there is
   * none: 0, a half, one past the newest.
   */
  readRevision(pad: string, revision: number): Promise<Revision>
  /** Several in one go, as `readRevision` gives them. */
  readRevisions(pad: string, revisions: readonly number[]): AsyncGenerator<Revision, void, undefined>
  /** Several in one go, which costs little more than the last alone. In ascending order; the same errors. */
  readFrames(pad: string, revisions: readonly number[]): AsyncGenerator<Frame, void, undefined>
  /** Somebody wrote in a pad: the keyframes that are due are made in a while. */
  changed(pad: string): void
  /** Makes the keyframes of a pad that are due now, if any. Never rejects. */
  keepUp(pad: string): Promise<void>
  /** Deletes what was derived from the log of a pad, because the log itself was changed. Raise the pad's epoch first. */
  forget(pad: string): Promise<void>
  stop(): Promise<void>
}

/** In this time a busy pad grows by some keyframes, and a look at it reads as many more rows. */
const KEEP_UP_EVERY_MS = 5 * 60_000

/** So many rows of the log take longer than opening a keyframe. */
const FAR = 2_000

export type HistoryParts = {
  store: Pick<PadStore, 'load' | 'readLog'>
  keyframes: KeyframeStore
  clock: Clock
  /** Hears of keyframes that could not be made. */
  failed(error: unknown): void
}

export function createHistory({ store, keyframes: kept, clock, failed }: HistoryParts): History {
  const keyframes = new Keyframes(store, kept, failed)
  const pastPads = new PastPads(clock)
  const waiting = new Map<string, () => void>()

  async function* readFrames(pad: string, revisions: readonly number[]): AsyncGenerator<Frame, void, undefined> {
    const stored = await store.load(pad)
    if (!stored) throw new ProblemError(404, 'no-such-pad', `There is no pad ${pad}.`)
    for (const revision of revisions) requireRevision(stored, revision)
    const [first] = revisions
    if (first === undefined) return
    const past = await nearest(pad, stored, first)
    let isWhole = true
    try {
      for (const number of revisions) {
        isWhole = false
        await replayLog(store, pad, past, number, (client) => stored.clients.get(client))
        const [row] = await store.readLog(pad, number - 1, 1)
        if (!row) throw new Error(`Revision ${number} of the pad "${pad}" is gone.`)
        isWhole = true
        yield { number, at: row.at, person: row.person, blocks: past.blocks() }
      }
    } finally {
      // Also where the caller has seen enough.
      if (isWhole) pastPads.put(pad, stored.epoch, past)
      else past.close()
    }
  }

  async function nearest(pad: string, stored: StoredPad, revision: number): Promise<PastPad> {
    const { epoch, checkpoint, keptCredits } = stored
    if (checkpoint && checkpoint.revision <= revision) {
      const near = pastPads.take(pad, epoch, revision, checkpoint.revision)
      const past = near ?? PastPad.of(checkpoint.revision, checkpoint.state, checkpoint.authorship, keptCredits)
      if (past) return past
    }
    return keyframes.near(pad, stored, revision, (after) => pastPads.take(pad, epoch, revision, after))
  }

  return {
    readFrames,
    async *readRevisions(pad, revisions) {
      for (const near of nearOnes(revisions)) for await (const frame of readFrames(pad, near)) yield revisionOf(frame)
    },
    async readRevision(pad, revision) {
      for await (const only of readFrames(pad, [revision])) return revisionOf(only)
      throw new Error('A revision that is asked for is given or refused.')
    },
    changed(pad) {
      if (waiting.has(pad)) return
      const later = () => {
        waiting.delete(pad)
        keyframes.keepUp(pad)
      }
      waiting.set(pad, clock.after(KEEP_UP_EVERY_MS, later))
    },
    keepUp: (pad) => keyframes.keepUp(pad),
    async forget(pad) {
      pastPads.clear(pad)
      await kept.forget(pad)
    },
    async stop() {
      for (const callOff of waiting.values()) callOff()
      waiting.clear()
      await keyframes.stop()
      pastPads.clear()
    },
  }
}

/** Revisions in stretches within which it is less work to go on from one to the next than to begin anew at a keyframe. */
function nearOnes(revisions: readonly number[]): number[][] {
  const stretches: number[][] = []
  for (const revision of revisions) {
    const last = stretches.at(-1)
    if (last && revision - (last.at(-1) ?? 0) <= FAR) last.push(revision)
    else stretches.push([revision])
  }
  return stretches
}

function requireRevision({ head }: StoredPad, revision: number): void {
  if (Number.isInteger(revision) && revision >= 1 && revision <= head) return
  const sentence =
    head === 0
      ? 'Nobody has written in this pad yet: it has no revisions.'
      : `This pad has the revisions 1 to ${head}; ask for one of these.`
  throw new ProblemError(404, 'no-such-revision', sentence)
}
