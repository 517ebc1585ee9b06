import type { AgendaSession } from '../agenda.ts'
import type { Window } from '../feed-format.ts'
import type { ProblemList } from '../problem-list.ts'
import type { Keyless } from '../session-keys.ts'
import { written } from '../zones/local-time.ts'
import { type EventMoment, momentsOf, type TimeReading } from './event-times.ts'
import type { ReadEvent } from './read-event.ts'
import { datesOf, endOfRule, MOST_STEPS, type RuleBudget } from './recurrence.ts'
import { instantIn } from './time-zones.ts'

const DAY = 86_400_000
/** A series that is over after so many days is part of a conference and read whole; others, as far as the window goes. */
const CONFERENCE = 31 * DAY
/** How far an occurrence may have been moved into the window. */
const MOVED = 31 * DAY
/** The most occurrences of one feed. */
const MOST = 100_000

export type SeriesReading = { window: Window | undefined; times: TimeReading; problems: ProblemList }
type Bounded = SeriesReading & { budget: RuleBudget }

/**
 * Turns events into sessions: an event that recurs becomes its occurrences (RRULE, RDATE), those that other events replace
 * (RECURRENCE-ID, also with RANGE=THISANDFUTURE) as these say, those that are excepted (EXDATE) as cancelled.
 */
export function withOccurrences(events: readonly ReadEvent[], series: SeriesReading): Keyless[] {
  const reading = { ...series, budget: { left: MOST_STEPS } }
  const recurring = new Set(seriesOf(events).series)
  const replacing = new Map<string, ReadEvent[]>()
  for (const one of events) {
    if (one.uid === undefined || one.replaces === undefined || !recurring.has(one.uid)) continue
    const others = replacing.get(one.uid)
    if (others) others.push(one)
    else replacing.set(one.uid, [one])
  }
  let left = MOST
  return events.flatMap((one) => {
    const { uid, replaces } = one
    if (uid !== undefined && replaces !== undefined)
      return recurring.has(uid) ? [] : [occurrence(one, replaces.at, one.start.at)]
    if (!recurs(one)) return [{ place: one.line, uid, session: sessionAt(one, one.start.at) }]
    const all = occurrencesOf(one, replacing.get(uid ?? '') ?? [], reading)
    replacing.delete(uid ?? '')
    if (all.length > left)
      reading.problems.at(
        one.line,
        one.facts.title,
        'the feed has too many dates; the later ones of this series were left out.',
      )
    const some = all.slice(0, left)
    left -= some.length
    return some
  })
}

/** The UIDs of the series, if there are any. */
export function seriesOf(events: readonly ReadEvent[]): { series?: string[] } {
  const series = new Set(events.flatMap((one) => (one.uid !== undefined && recurs(one) ? one.uid : [])))
  return series.size === 0 ? {} : { series: [...series] }
}

function recurs({ event, replaces }: ReadEvent): boolean {
  return replaces === undefined && (event.one('rrule') !== undefined || event.one('rdate') !== undefined)
}

function occurrencesOf(master: ReadEvent, replacing: readonly ReadEvent[], reading: Bounded): Keyless[] {
  const originals = originalsOf(master, reading)
  const { window } = reading
  const excepted = exceptions(master, reading)
  const byOriginal = new Map<number, ReadEvent>()
  for (const one of [...replacing].sort((a, b) => sequenceOf(a) - sequenceOf(b))) {
    const original = one.replaces && (one.replaces.isDay ? originalOn(one.replaces, originals) : one.replaces.at)
    if (original !== undefined) byOriginal.set(original, one)
  }
  const onwards = [...byOriginal].filter(([, one]) =>
    /THISANDFUTURE/i.test(one.event.one('recurrence-id')?.parameters.range ?? ''),
  )
  const planned = new Set(originals.map(({ at }) => at))
  const foreign = [...byOriginal]
    .filter(([at]) => !planned.has(at))
    .map(([at, one]) => occurrence(one, at, one.start.at))
  const regular = originals.map((original) => {
    const { at } = original
    const own = byOriginal.get(at)
    const [since, changed] = onwards.filter(([from]) => from <= at).sort((a, b) => b[0] - a[0])[0] ?? []
    if (own && own !== changed) return occurrence(own, at, own.start.at)
    const found =
      changed && since !== undefined ? occurrence(changed, at, shifted(original, changed)) : occurrence(master, at, at)
    const isExcepted = excepted.instants.has(at) || excepted.days.has(dayOf(original.local))
    return isExcepted ? { ...found, session: { ...found.session, state: 'cancelled' as const } } : found
  })
  const inWindow = ({ session, original }: Occurrence) =>
    window === undefined ||
    isShort(master) ||
    [original, Date.parse(session.start ?? '')].some((at) => at >= window.from && at <= window.to)
  return [...regular, ...foreign].filter(inWindow)
}

type Occurrence = Keyless & { original: number }

/** @param original the instant at which the series has this occurrence, which is its name for ever */
function occurrence(event: ReadEvent, original: number, at: number): Occurrence {
  const uid = event.uid
  const session = { ...sessionAt(event, at), ...(uid !== undefined && { series: uid }) }
  return { place: event.line, uid: uid === undefined ? undefined : `${uid} ${written(original)}`, session, original }
}

function sessionAt({ facts, lasts, entry }: ReadEvent, at: number): Omit<AgendaSession, 'key'> {
  return { ...facts, entry, start: written(at), end: lasts === null ? null : written(at + lasts) }
}

/** When the series would have its occurrences, near the window, if none were changed. */
function originalsOf(master: ReadEvent, { window, times, problems, budget }: Bounded): EventMoment[] {
  const { start, event, line, facts } = master
  const whole = isShort(master)
  const say = (sentence: string) => problems.at(line, facts.title, sentence)
  if (!whole && window === undefined) {
    say('it recurs for longer than a month; only its first date was taken.')
    return [start]
  }
  const near =
    whole || window === undefined
      ? { from: start.local, to: start.local + 2 * CONFERENCE }
      : { from: window.from - MOVED, to: window.to + MOVED }
  const found = new Map<number, EventMoment>()
  const add = (moment: EventMoment) => found.set(moment.at, moment)
  for (const { raw } of event.all('rrule').slice(0, 5)) {
    const dates = datesOf(raw, start.local, near, (instant) => localIn(start, instant), budget)
    if (dates === undefined)
      say(`its rule "${raw.slice(0, 60)}" cannot be followed; of the dates that it gives, only the first was taken.`)
    if (dates?.isCut) say('it recurs so often that the later dates were left out.')
    for (const local of dates?.starts ?? []) add({ ...start, local, at: instantIn(start.zone, local) })
  }
  for (const property of event.all('rdate').slice(0, 1000)) {
    for (const moment of momentsOf(property, facts.title, times, problems))
      add(moment.isDay ? onDay(start, moment) : moment)
  }
  add(start)
  return [...found.values()].sort((a, b) => a.at - b.at)
}

/** What clocks of the series show at an instant. */
function localIn({ at, local, zone }: EventMoment, instant: number): number {
  const guess = instant + local - at
  return guess + instant - instantIn(zone, guess)
}

/** Whether all of the series lies within a conference. */
function isShort({ start, event }: ReadEvent): boolean {
  return event
    .all('rrule')
    .every(({ raw }) => (endOfRule(raw, start.local) ?? Number.POSITIVE_INFINITY) - start.local <= CONFERENCE)
}

function exceptions({ event, facts }: ReadEvent, { times, problems }: Bounded) {
  const moments = event
    .all('exdate')
    .slice(0, 1000)
    .flatMap((property) => momentsOf(property, facts.title, times, problems))
  return {
    instants: new Set(moments.filter(({ isDay }) => !isDay).map(({ at }) => at)),
    days: new Set(moments.filter(({ isDay }) => isDay).map(({ local }) => dayOf(local))),
  }
}

/** An occurrence at the time that a change for all later ones gives: moved by as much as the first of them was. */
function shifted(original: EventMoment, { start, replaces }: ReadEvent): number {
  if (replaces === undefined) return original.at
  if (replaces.isDay) return instantIn(start.zone, dayOf(original.local) * DAY + (start.local % DAY))
  return instantIn(start.zone, original.local + start.local - replaces.local)
}

function originalOn(day: EventMoment, originals: readonly EventMoment[]): number | undefined {
  return originals.find(({ local }) => dayOf(local) === dayOf(day.local))?.at
}

function onDay(start: EventMoment, day: EventMoment): EventMoment {
  const local = day.local + (start.local % DAY)
  return { ...start, local, at: instantIn(start.zone, local) }
}

function dayOf(local: number): number {
  return Math.floor(local / DAY)
}

function sequenceOf({ event }: ReadEvent): number {
  return Number(event.text('sequence') ?? 0) || 0
}
