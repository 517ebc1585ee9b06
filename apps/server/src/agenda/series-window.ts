import type { Agenda, Window } from '@forumpad/agenda'
import type { AgendaBefore } from './agenda-store.ts'

const DAY = 86_400_000

/** Occurrences of a series get their pads two weeks ahead: a weekly call without end would have them without end. */
export function seriesWindow(now: number): Window {
  return { from: now - DAY, to: now + 14 * DAY }
}

/**
 * The sessions that an agenda could have shown. Occurrences that are over, or not due yet, are not in it because nobody asked
 * for them: that does not make them missing.
 */
export function inSight(before: AgendaBefore, { series = [] }: Agenda, { from, to }: Window): AgendaBefore {
  const uids = new Set(series)
  const isOfSeries = (key: string) => uids.has(key.slice(0, Math.max(0, key.lastIndexOf(' '))))
  return {
    ...before,
    known: before.known.filter(({ keys, last }) => {
      const start = last.start === null ? undefined : Date.parse(last.start)
      return start === undefined || (start >= from && start <= to) || !keys.some(isOfSeries)
    }),
  }
}
