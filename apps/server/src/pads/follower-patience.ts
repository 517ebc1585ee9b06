import type { Clock } from '@forumpad/sync'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 10 * 60_000
/** After so many failures in a row a follower is left alone until its next try. */
const FAILURES_IN_A_ROW = 3

export type FollowerPatience = {
  /** Whether a follower is brought texts now. */
  mayTry(follower: string): boolean
  worked(follower: string): void
  failed(follower: string): void
  /** All that was unseen has been tried: whoever failed at nothing of it is trusted again. */
  triedAll(): void
  stop(): void
}

type Trouble = { inARow: number; nextWait: number; failedLately: boolean; callOff: (() => void) | undefined }

/**
 * When a follower that fails is tried again: after a second, and after twice as long each time.
 *
 * @param again brings everybody what they have not seen
 */
export function createFollowerPatience(clock: Clock, again: () => void): FollowerPatience {
  const troubles = new Map<string, Trouble>()
  let isStopped = false

  return {
    mayTry(follower) {
      const trouble = troubles.get(follower)
      return !trouble?.callOff || trouble.inARow < FAILURES_IN_A_ROW
    },
    worked(follower) {
      const trouble = troubles.get(follower)
      if (trouble) trouble.inARow = 0
    },
    failed(follower) {
      const known = troubles.get(follower)
      const trouble = known ?? { inARow: 0, nextWait: FIRST_WAIT_MS, failedLately: true, callOff: undefined }
      if (!known) troubles.set(follower, trouble)
      trouble.inARow += 1
      trouble.failedLately = true
      if (trouble.callOff || isStopped) return
      trouble.callOff = clock.after(trouble.nextWait, () => {
        trouble.callOff = undefined
        again()
      })
      trouble.nextWait = Math.min(trouble.nextWait * 2, LONGEST_WAIT_MS)
    },
    triedAll() {
      for (const [follower, trouble] of troubles) {
        if (!trouble.failedLately && !trouble.callOff) troubles.delete(follower)
        trouble.failedLately = false
      }
    },
    stop() {
      isStopped = true
      for (const { callOff } of troubles.values()) callOff?.()
      troubles.clear()
    },
  }
}
