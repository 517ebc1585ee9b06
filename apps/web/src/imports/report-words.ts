import type { ImportChange, ImportReport, SessionFace } from '@forumpad/api'
import { clockRange, dayName, wallTime } from '../ui/event-times.ts'

type Counts = Pick<
  ImportReport,
  'sessions' | 'added' | 'renamed' | 'moved' | 'changed' | 'cancelled' | 'missing' | 'unclear' | 'unchanged'
>

const COUNTED = [
  ['added', 'new'],
  ['renamed', 'renamed'],
  ['moved', 'moved'],
  ['changed', 'changed'],
  ['cancelled', 'cancelled'],
  ['missing', 'missing'],
  ['unclear', 'unclear'],
  ['unchanged', 'unchanged'],
] as const

/** `21 sessions read: 2 new, 1 moved, 18 unchanged`. */
export function countWords(report: Counts): string {
  const parts = COUNTED.flatMap(([key, word]) => (report[key] > 0 ? `${report[key]} ${word}` : []))
  const read = report.sessions === 1 ? '1 session read' : `${report.sessions} sessions read`
  return parts.length === 0 ? `${read}.` : `${read}: ${parts.join(', ')}.`
}

/** The kinds of changes in the order in which somebody wants to see them, and their headings. */
export const KINDS = [
  ['unclear', 'Unclear: decide which sessions these are'],
  ['cancelled', 'Cancelled'],
  ['missing', 'No longer in the agenda; their pads stay'],
  ['renamed', 'Renamed'],
  ['moved', 'Moved'],
  ['returned', 'Back again'],
  ['changed', 'Changed'],
  ['added', 'New'],
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
export function placeWords({ start, end, room }: SessionFace, zone: string): string {
  const time = start === null ? 'no time yet' : `${dayName(wallTime(start, zone).date)} ${clockRange(start, end, zone)}`
  return room === null ? time : `${time}, ${room}`
}

const FACT_WORDS: Record<string, string> = {
  title: 'title',
  start: 'start',
  end: 'end',
  room: 'room',
  track: 'track',
  type: 'type',
  people: 'people',
  url: 'address in the agenda',
  state: 'state',
  description: 'description',
}

/** One fact of a session before and after; `null` where there was or is nothing. */
export type FactChange = { fact: string; before: string | null; after: string | null }

/** What differs, fact by fact. Times are on the event's wall. */
export function factChanges({ fields, before, after }: ImportChange, zone: string): FactChange[] {
  if (before === null || after === null) return []
  return fields.map((field) => ({
    fact: FACT_WORDS[field] ?? field,
    before: shown(before, field, zone),
    after: shown(after, field, zone),
  }))
}

function shown(face: SessionFace, field: string, zone: string): string | null {
  if (field === 'start' || field === 'end') {
    const at = face[field]
    return at === null ? null : `${dayName(wallTime(at, zone).date)} ${clockRange(at, null, zone)}`
  }
  if (field === 'people') return face.people.length === 0 ? null : face.people.join(', ')
  const value = Object.entries(face).find(([name]) => name === field)?.[1]
  return typeof value === 'string' && value !== '' ? value : null
}
