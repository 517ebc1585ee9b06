import type { SessionFacts, SessionLink } from '@forumpad/api'

const SOON_MS = 5 * 60_000

/** That a session ends within five minutes, and what comes next in its room; null at any other time, and for times that are but a sample. */
export function endingSoon(
  facts: SessionFacts | null,
  now: number,
): { minutes: number; next: SessionLink | null } | null {
  if (facts === null || facts.session.end === null || facts.session.sampleTime) return null
  if (facts.session.state === 'cancelled') return null
  const left = Date.parse(facts.session.end) - now
  if (left <= 0 || left > SOON_MS) return null
  return { minutes: Math.ceil(left / 60_000), next: facts.next }
}
