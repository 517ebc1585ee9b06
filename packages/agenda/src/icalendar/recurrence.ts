import ICAL from 'ical.js'
import { type LocalTime, localTime } from '../zones/local-time.ts'

/** A stretch of local time, both ends included. */
export type LocalWindow = { from: LocalTime; to: LocalTime }

/** `isCut` says that there are more dates than were looked for. */
export type Dates = { starts: LocalTime[]; isCut: boolean }

/** How many more steps the rules of a feed may take; it is counted down. */
export type RuleBudget = { left: number }

/** Enough for a year of days, for each of two hundred series; about a second. */
export const MOST_STEPS = 100_000
const MOST_STEPS_OF_ONE = 20_000
const DAY = 86_400_000
/** A series that began before is none that anybody attends. */
const EARLIEST = Date.UTC(1970, 0, 1)

/**
 * The dates of a recurrence rule, as clocks show them, so that they keep their time of day over daylight saving.
 *
 * @param rule the value of an RRULE
 * @param toLocal what clocks of the series show at an instant, for a rule that ends at one
 * @returns undefined for a rule that cannot be read or repeats more often than daily
 */
export function datesOf(
  rule: string,
  first: LocalTime,
  { from, to }: LocalWindow,
  toLocal: (instant: number) => LocalTime,
  budget: RuleBudget,
): Dates | undefined {
  const recur = readRule(rule)
  if (recur === undefined || first < EARLIEST) return undefined
  const until = Math.min(to, endOf(recur, toLocal) ?? to)
  recur.until = timeOf(until)
  const starts: LocalTime[] = []
  try {
    const weight = recur.parts.BYSETPOS ? 50 : /^[MY]/.test(recur.freq) ? 5 : 1
    const dates = bounded(recur.iterator(timeOf(nearBy(recur, first, from))), until, weight, budget)
    for (let next = dates.next(); next; next = dates.next()) {
      const at = localOf(next)
      if (at > until) break
      if (at >= from && at >= first) starts.push(at)
    }
    return { starts, isCut: false }
  } catch (error) {
    return error instanceof Past ? { starts, isCut: error.isCut } : undefined
  }
}

class Past extends Error {
  constructor(readonly isCut: boolean) {
    super('past the end')
  }
}

/** The library looks for the next date of a rule without end, also where there is none: here it is told when to stop. */
function bounded(dates: ICAL.RecurIterator, until: LocalTime, weight: number, budget: RuleBudget): ICAL.RecurIterator {
  const check = dates.check_contracting_rules.bind(dates)
  let steps = 0
  dates.check_contracting_rules = () => {
    steps += 1
    budget.left -= weight
    if (steps > MOST_STEPS_OF_ONE || budget.left < 0) throw new Past(true)
    if (localOf(dates.last) > until + 366 * DAY) throw new Past(false)
    return check()
  }
  return dates
}

/** When a series ends for certain: its last date or a little later; undefined if it goes on without end. */
export function endOfRule(rule: string, first: LocalTime): LocalTime | undefined {
  const recur = readRule(rule)
  if (recur?.until) return localOf(recur.until) + DAY
  const each = { DAILY: DAY, WEEKLY: 7 * DAY, MONTHLY: 31 * DAY, YEARLY: 366 * DAY }[recur?.freq ?? '']
  return recur?.count && each ? first + recur.count * recur.interval * each : undefined
}

/** UNTIL is an instant if it is written in UTC, else what clocks show. */
function endOf({ until }: ICAL.Recur, toLocal: (instant: number) => LocalTime): LocalTime | undefined {
  if (!until) return undefined
  return until.zone === ICAL.Timezone.utcTimezone ? toLocal(localOf(until)) : localOf(until)
}

/** Rules of meetings: repeated daily or less often, at one time of day. */
function readRule(rule: string): ICAL.Recur | undefined {
  if (rule.length > 300 || !/FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)/i.test(rule) || /BY(HOUR|MINUTE|SECOND)=/i.test(rule)) {
    return undefined
  }
  try {
    const recur = ICAL.Recur.fromString(rule)
    return recur.interval >= 1 && recur.interval <= 1000 ? recur : undefined
  } catch {
    return undefined
  }
}

/** Skips the years before the window, where that changes nothing about the dates in it. */
function nearBy({ freq, interval, count, parts }: ICAL.Recur, first: LocalTime, from: LocalTime): LocalTime {
  if (count || from <= first) return first
  const step = { DAILY: DAY, WEEKLY: 7 * DAY }[freq]
  if (step !== undefined) {
    return first + Math.max(0, Math.floor((from - first) / (step * interval)) - 1) * step * interval
  }
  const begin = new Date(first)
  if (freq !== 'MONTHLY' || !(parts.BYDAY || parts.BYMONTHDAY || begin.getUTCDate() < 29)) return first
  const steps = Math.max(0, Math.floor((from - first) / (31 * DAY * interval)) - 1)
  // The day says nothing where the rule gives days, but the month must have it.
  return begin.setUTCMonth(begin.getUTCMonth() + steps * interval, Math.min(begin.getUTCDate(), 28))
}

function timeOf(local: LocalTime): ICAL.Time {
  const at = new Date(local)
  const fields = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
  return new ICAL.Time(fields, ICAL.Timezone.localTimezone)
}

function localOf(time: ICAL.Time): LocalTime {
  // A last date without a time means all of that day.
  const [hour, minute] = time.isDate ? [23, 59] : [time.hour, time.minute]
  return localTime(time.year, time.month, time.day, hour, minute, time.isDate ? 59 : time.second) ?? Number.NaN
}
