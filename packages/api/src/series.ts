import type { Event, SessionWithActivity } from './event.ts'
import type { OutcomeList } from './outcome.ts'

/** One date of a series. `counts`: of its outcomes; null where whoever looks may not read its pad. */
export type SeriesOccurrence = SessionWithActivity & {
  isFrozen: boolean
  counts: { actions: number; open: number; decisions: number } | null
}

/**
 * A working group's regular call: all its dates, by start. `current`: the pad of the one that is on now or next, else of the last.
 * The outcomes are the open actions of `last`, the pad of the last one that somebody wrote in.
 */
export type SeriesData = {
  page: 'series'
  event: Event
  series: string
  title: string
  occurrences: SeriesOccurrence[]
  /** The address that always leads to the pad of `current`. */
  url: string
  current: string | null
  last: string | null
} & OutcomeList
