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

export function lost(line: Line, now: number): Line {
  return line.is === 'up' ? { is: 'connecting', worryAt: now + GRACE_MS } : line
}

export function waited(line: Line, now: number): Line {
  return line.is === 'connecting' && now >= line.worryAt ? { is: 'down' } : line
}
