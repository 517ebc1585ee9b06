import { HEARTBEAT_MS } from '@forumpad/api'

/** How long a lost line may take to come back before the badge says offline. */
export const GRACE_MS = 2_000
/** Nothing heard for so long: the line is dead, whatever the socket believes. */
export const SILENCE_MS = 2 * HEARTBEAT_MS

/** The line to the server as the person should see it. */
export type Line =
  /** Not there (yet), and no reason to worry before `worryAt`. */
  { is: 'connecting'; worryAt: number } | { is: 'up' } | { is: 'down' }

export const firstLine = (now: number): Line => ({ is: 'connecting', worryAt: now + SILENCE_MS })

/** A server that answers with a refusal, or not at all, is not worth the patience of a first visit. */
export function lost(line: Line, now: number): Line {
  if (line.is === 'down') return line
  const worryAt = now + GRACE_MS
  return { is: 'connecting', worryAt: line.is === 'up' ? worryAt : Math.min(line.worryAt, worryAt) }
}

export function waited(line: Line, now: number): Line {
  return line.is === 'connecting' && now >= line.worryAt ? { is: 'down' } : line
}

const LONGEST_PAUSE_MS = 4_000

/**
 * How long to wait before trying again after so many failures. A share of it is chance: a thousand pages that lost one server at
 * the same moment must not come back at the same moment.
 *
 * @param chance from 0 to 1
 */
export function pauseBefore(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, 200 * 2 ** failures)
  return longest * (0.25 + 0.75 * chance)
}

/** A line that carries a kilobyte in less than this time is slow, not dead. In milliseconds per byte. */
const SLOWEST = 1 / 16

/** Notices that nothing of what is sent arrives, although the other side is heard: a line may be open in one direction alone. */
export class Delivery {
  #last = ''
  #since = 0

  /** Asked every second. @param waiting what is on its way: changes, how many were saved before, their bytes, and bytes that did not leave the page yet */
  isStuck(now: number, waiting: { changes: number; saved: number; bytes: number; buffered: number }): boolean {
    const state = waiting.changes === 0 ? '' : `${waiting.saved} ${waiting.buffered}`
    if (state !== this.#last || state === '') {
      this.#last = state
      this.#since = now
    }
    return now - this.#since >= SILENCE_MS - 1_000 + waiting.bytes * SLOWEST
  }
}
