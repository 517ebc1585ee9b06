import { wallDay } from '../wall-day.ts'
import { addressOf, type OutcomeFile, withPads } from './told-outcomes.ts'

const COLUMNS = ['kind', 'text', 'people', 'due', 'state', 'hashtags', 'url', 'session', 'day', 'track', 'line']

/** Outcomes as a table for spreadsheets: CSV (RFC 4180), one outcome a row. */
export function outcomesCsv({ origin, list, timeZone }: OutcomeFile): string {
  const rows = withPads(list).map(({ outcome, pad }) => [
    outcome.kind,
    outcome.text,
    outcome.people.join(', '),
    outcome.due ?? '',
    stateOf(outcome.done),
    outcome.tags.join(' '),
    outcome.url ?? '',
    pad?.title ?? '',
    pad?.start == null ? '' : wallDay(Date.parse(pad.start), timeZone),
    pad?.track ?? '',
    addressOf(origin, outcome),
  ])
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

const stateOf = (done: boolean | null): string => (done === null ? '' : done ? 'done' : 'open')

/** A spreadsheet takes what begins with one of these signs for a formula; an apostrophe before it makes it words. */
function field(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
