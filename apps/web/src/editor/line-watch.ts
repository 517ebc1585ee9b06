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
