import type { ImportChange, ImportReport, SessionFace } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import type { Words } from '../languages/words.ts'
import { clockRange, dayName, wallTime } from '../ui/event-times.ts'
import { inRow } from '../ui/listed.ts'

type Counts = Pick<
  ImportReport,
  'sessions' | 'added' | 'renamed' | 'moved' | 'changed' | 'cancelled' | 'missing' | 'unclear' | 'unchanged'
>

const COUNTED = [
  ['added', sentence('{count, plural, other {# new}}')],
  ['renamed', sentence('{count, plural, other {# renamed}}')],
  ['moved', sentence('{count, plural, other {# moved}}')],
  ['changed', sentence('{count, plural, other {# changed}}')],
  ['cancelled', sentence('{count, plural, other {# cancelled}}')],
  ['missing', sentence('{count, plural, other {# missing}}')],
  ['unclear', sentence('{count, plural, other {# unclear}}')],
  ['unchanged', sentence('{count, plural, other {# unchanged}}')],
] as const

/** `21 sessions read: 2 new, 1 moved, 18 unchanged`. */
export function countWords(report: Counts, words: Words): string {
  const { say } = words
  const parts = COUNTED.flatMap(([key, counted]) => (report[key] > 0 ? say(counted, { count: report[key] }) : []))
  const read = say('{count, plural, one {# session read} other {# sessions read}}', { count: report.sessions })
  return parts.length === 0 ? `${read}.` : `${read}: ${inRow(parts, words)}.`
}

/** The kinds of changes in the order in which somebody wants to see them, and their headings. */
export const KINDS = [
  ['unclear', sentence('Unclear: decide which sessions these are')],
  ['cancelled', sentence('Cancelled')],
  ['missing', sentence('No longer in the agenda; their pads stay')],
  ['renamed', sentence('Renamed')],
  ['moved', sentence('Moved')],
  ['returned', sentence('Back again')],
  ['changed', sentence('Changed')],
  ['added', sentence('New‖sessions')],
] as const

/** Each change once, under the first heading that fits it; no empty headings. */
export function grouped(changes: readonly ImportChange[]): { heading: string; changes: ImportChange[] }[] {
  const left = new Set(changes)
  return KINDS.flatMap(([kind, heading]) => {
    const its = [...left].filter(({ kinds }) => kinds.includes(kind))
    for (const each of its) left.delete(each)
    return its.length === 0 ? [] : { heading, changes: its }
  })
}

/** When and where: `Wed 10 May 14:40–15:20, Hynes 102`. */
export function placeWords({ start, end, room }: SessionFace, zone: string, words: Words): string {
  const time =
    start === null
      ? words.say('no time yet')
      : `${dayName(wallTime(start, zone).date, words)} ${clockRange(start, end, zone)}`
  return room === null ? time : inRow([time, room], words)
}

const FACT_WORDS: Record<string, string> = {
  title: sentence('title'),
  start: sentence('start'),
  end: sentence('end'),
  room: sentence('room'),
  track: sentence('track'),
  type: sentence('type'),
  people: sentence('people'),
  url: sentence('address in the agenda'),
  state: sentence('state'),
  description: sentence('description'),
}

/** One fact of a session before and after; `null` where there was or is nothing. What it is called is still to be said. */
export type FactChange = { fact: string; before: string | null; after: string | null }

/** What differs, fact by fact. Times are on the event's wall. */
export function factChanges({ fields, before, after }: ImportChange, zone: string, words: Words): FactChange[] {
  if (before === null || after === null) return []
  return fields.map((field) => ({
    fact: FACT_WORDS[field] ?? field,
    before: shown(before, field, zone, words),
    after: shown(after, field, zone, words),
  }))
}

function shown(face: SessionFace, field: string, zone: string, words: Words): string | null {
  if (field === 'start' || field === 'end') {
    const at = face[field]
    return at === null ? null : `${dayName(wallTime(at, zone).date, words)} ${clockRange(at, null, zone)}`
  }
  if (field === 'people') return face.people.length === 0 ? null : inRow(face.people, words)
  const value = Object.entries(face).find(([name]) => name === field)?.[1]
  return typeof value === 'string' && value !== '' ? value : null
}
