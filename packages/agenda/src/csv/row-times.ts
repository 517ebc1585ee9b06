import { type Ending, type Moment, readClock, readEnding, readMoment } from '../session-times.ts'
import { ianaZone } from '../zones/iana-zone.ts'
import { instantOfLocal, localTime } from '../zones/local-time.ts'
import type { Column } from './columns.ts'
import { type DayOrder, readDate } from './dates.ts'

const DAY = 86_400_000

/** When the session of a row runs: date and clock in one cell or in two, an end or a length, a zone of its own or none. */
export function rowTimes(
  cells: (column: Column) => string,
  order: DayOrder,
  feedZone: string,
): { start: Moment; end: Ending } {
  const own = ianaZone(cells('timeZone') || '?')
  const zone = own ?? feedZone
  // "09:00 - 10:30" in the column of the start.
  const isMoment = readMoment(cells('start'), zone).is === 'known'
  const [, from = cells('start'), until = ''] = (isMoment ? null : RANGE.exec(cells('start'))) ?? []
  const start = momentOf(cells('date'), from, order, zone)
  const end = cells('end') || until
  if (start.is !== 'known') return { start, end: { is: 'absent' } }
  const known = { ...start, isLocal: start.isLocal && own === undefined }
  if (end === '') return { start: known, end: readEnding('', cells('duration'), zone) }
  const ends = momentOf(cells('endDate') || cells('date') || from, end, order, zone)
  // A clock alone that shows less than at the start shows it on the next day.
  const isNextMorning =
    ends.is === 'known' && ends.at < start.at && cells('endDate') === '' && readClock(end) !== undefined
  return { start: known, end: isNextMorning ? { ...ends, at: ends.at + DAY } : ends }
}

const RANGE = /^(\S.{2,30}?)\s*(?:[–—]|\s-\s|(?<=\d)-(?=\d\d?:)|\sto\s)\s*(\d.{2,20})$/

function momentOf(date: string, clock: string, order: DayOrder, zone: string): Moment {
  if (clock === '' && date === '') return { is: 'absent' }
  const iso = readMoment(clock, zone)
  if (iso.is === 'known') return iso
  const raw = `${date} ${clock}`.trim()
  const inClock = readDate(clock, order)
  const found = inClock ?? readDate(date, order)
  if (found === undefined) return { is: 'unreadable', raw }
  const time = inClock ? inClock.rest : clock || found.rest
  const { year, month, day } = found.date
  // An offset or a zone's name may stand behind the clock.
  const [, shown = time, offset] = /^(.*?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)$/i.exec(time) ?? []
  const midnight = localTime(year, month, day)
  const since = shown === '' ? 0 : readClock(shown)
  if (midnight === undefined || since === undefined) return { is: 'unreadable', raw }
  const own =
    offset === undefined ? undefined : /^[+-]/.test(offset) ? offset.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'UTC'
  return { is: 'known', at: instantOfLocal(midnight + since, own ?? zone), isLocal: own === undefined }
}
