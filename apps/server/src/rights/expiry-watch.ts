import type { LinkScope } from '@forumpad/api'
import type { Clock } from '@forumpad/sync'
import type { RoleStore } from './role-store.ts'

export type ExpiryWatch = {
  /** Looks anew which link expires next. */
  look(): Promise<void>
  stop(): void
}

export type ExpiryWatchParts = {
  roles: Pick<RoleStore, 'nextExpiry' | 'expiring'>
  clock: Clock
  expired(scope: LinkScope): Promise<void>
  failed(error: unknown): void
}

/** A timer counts no further than 24 days, and a clock may be set. */
const LONGEST_WAIT_MS = 3_600_000
const AFTER_FAILURE_MS = 1_000

/** Takes roles away at the moment when their links expire, from those too who have the pad open. Ended by `stop`. */
export function createExpiryWatch({ roles, clock, expired, failed }: ExpiryWatchParts): ExpiryWatch {
  let seen = clock.now()
  let callOff = () => {}
  let isStopped = false

  async function look(): Promise<void> {
    try {
      const now = clock.now()
      for (const scope of await roles.expiring(seen, now)) await expired(scope)
      seen = Math.max(seen, now)
      const next = await roles.nextExpiry(seen)
      if (next !== null) wait(Math.min(Math.max(next - clock.now(), 0), LONGEST_WAIT_MS))
    } catch (error) {
      failed(error)
      wait(AFTER_FAILURE_MS)
    }
  }

  function wait(ms: number): void {
    callOff()
    if (!isStopped) callOff = clock.after(ms, () => void look())
  }

  return {
    look,
    stop() {
      isStopped = true
      callOff()
    },
  }
}
