import type { OutcomeFilter } from '@forumpad/api'

/** What the address of an outcomes page says behind its path. */
export type OutcomeView = { filter: OutcomeFilter; by: 'session' | 'person'; from?: number }

/** The address of a view of an event's outcomes, or of the file of it with this ending. */
export function viewAddress(event: string, { filter, by, from = 0 }: OutcomeView, ending = ''): string {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined))
  if (by === 'person' && ending === '') asked.set('by', by)
  if (from > 0) asked.set('from', String(from))
  const path = `/e/${encodeURIComponent(event)}/outcomes${ending}`
  return asked.size === 0 ? path : `${path}?${asked}`
}

/** Whether a filter asks for anything but a kind. */
export const isNarrowed = ({ kind: _, ...rest }: OutcomeFilter): boolean => Object.values(rest).some(Boolean)
