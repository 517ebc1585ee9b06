import type { SeriesOccurrence } from '@forumpad/api'

const HOUR = 3_600_000

/** What of a series is still to come, by start, and what is over, the newest first. What is on counts as to come. */
export function splitOccurrences(occurrences: readonly SeriesOccurrence[], now: number) {
  return {
    toCome: occurrences.filter((occurrence) => endOf(occurrence) > now),
    past: occurrences.filter((occurrence) => endOf(occurrence) <= now).reverse(),
  }
}

/** Milliseconds since 1970; what has no time is never over. */
export function startOf({ session: { start } }: SeriesOccurrence): number {
  return start === null ? Number.POSITIVE_INFINITY : Date.parse(start)
}

export function endOf(occurrence: SeriesOccurrence): number {
  const { end } = occurrence.session
  return end === null ? startOf(occurrence) + HOUR : Date.parse(end)
}
