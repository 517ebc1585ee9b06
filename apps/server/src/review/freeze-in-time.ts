import type { ActToNote } from '@forumpad/api'
import type { Clock } from '@forumpad/sync'
import type { Clerk } from './clerk.ts'
import type { FreezeSettings } from './freeze-settings.ts'

export type FreezeInTimeParts = {
  clerk: Pick<Clerk, 'freeze' | 'keep'>
  settings: Pick<FreezeSettings, 'due' | 'withoutVersion'>
  clock: Clock
  /** That the clock froze a pad. */
  noteOf(pad: string): Promise<ActToNote>
  /** A pad could not be frozen, or its version not be kept; it is tried again. */
  failed(error: unknown): void
}

export type FreezeInTime = {
  start(): void
  /** Resolves when no pad is being frozen any more. */
  stop(): Promise<void>
}

/** How often it is looked whether a pad is due. */
const TICK = 30_000
/** So many pads at once, one after the other: an event of a thousand sessions must not hold up typing. */
const MOST_AT_ONCE = 20

/** Freezes the minutes whose time has come, and keeps the versions of pads that were frozen when nobody kept any. What is due is stored, so restarts lose nothing. */
export function createFreezeInTime({ clerk, settings, clock, noteOf, failed }: FreezeInTimeParts): FreezeInTime {
  let cancel: (() => void) | undefined
  let running: Promise<void> | undefined
  let isStopped = false
  /** Where the look for frozen pads without a version has come to. */
  let after = ''

  async function each(pads: readonly string[], work: (pad: string) => Promise<unknown>): Promise<void> {
    for (const pad of pads) {
      if (isStopped) return
      await work(pad).catch(failed)
    }
  }

  async function look(): Promise<void> {
    try {
      await each(await settings.due(clock.now(), MOST_AT_ONCE), async (pad) =>
        clerk.freeze(pad, null, await noteOf(pad)),
      )
      const without = await settings.withoutVersion(after, MOST_AT_ONCE)
      after = without.at(-1) ?? ''
      await each(without, clerk.keep)
    } catch (error) {
      failed(error)
    }
  }

  function wait(): void {
    if (isStopped) return
    cancel = clock.after(TICK, () => {
      running = look().finally(() => {
        running = undefined
        wait()
      })
    })
  }

  return {
    start: wait,
    async stop() {
      isStopped = true
      cancel?.()
      await running
    },
  }
}
