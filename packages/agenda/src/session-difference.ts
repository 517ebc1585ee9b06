import type { AgendaSession } from './agenda.ts'
import type { KnownSession } from './known-session.ts'

export type ChangeKind = 'renamed' | 'moved' | 'changed' | 'cancelled' | 'returned'

/** What of a session an agenda can change. */
export type SessionField = Exclude<keyof KnownSession['last'], 'sampleTime'>

const FIELDS: readonly SessionField[] = [
  'title',
  'start',
  'end',
  'room',
  'track',
  'type',
  'people',
  'url',
  'description',
  'state',
]

/** The facts that differ; a sample time that became a real one counts as another start. */
export function changedFields(
  { last, typeIsUnknown }: Pick<KnownSession, 'last' | 'typeIsUnknown'>,
  now: AgendaSession,
): SessionField[] {
  return FIELDS.filter((field) => {
    if (field === 'people') return last.people.join('\n') !== now.people.join('\n')
    if (field === 'start' || field === 'end') return !sameInstant(last[field], now[field])
    if (field === 'type' && typeIsUnknown) return false
    return last[field] !== now[field]
  })
}

/**
 * One that begins when and where it did, and only ends at another time, has not moved.
 *
 * @param isRoomRenamed whether the session is where it was, and the room has another name
 */
export function changeKinds(
  last: KnownSession['last'],
  now: AgendaSession,
  fields: readonly SessionField[],
  isRoomRenamed: boolean,
): ChangeKind[] {
  const has = (...some: SessionField[]) => some.some((field) => fields.includes(field))
  const kinds: ChangeKind[] = []
  if (has('title')) kinds.push('renamed')
  if (has('start') || (has('room') && !isRoomRenamed)) kinds.push('moved')
  if (last.state === 'missing') kinds.push('returned')
  if (now.state === 'cancelled' && last.state !== 'cancelled') kinds.push('cancelled')
  const stateChanged = has('state') && last.state !== 'missing' && now.state !== 'cancelled'
  const contentChanged =
    has('end', 'track', 'type', 'people', 'url', 'description') || last.sampleTime !== now.sampleTime
  if (stateChanged || contentChanged || (has('room') && isRoomRenamed)) kinds.push('changed')
  return kinds
}

function sameInstant(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))
}
