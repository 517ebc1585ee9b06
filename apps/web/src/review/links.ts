import type { Event, Session } from '@forumpad/api'
import { wallTime } from '../ui/event-times.ts'

/** The address of a pad, and of what belongs to it. */
export function padHref(pad: string, rest = ''): string {
  return `/p/${encodeURIComponent(pad)}${rest}`
}

/** The session's day in its event's agenda. */
export function agendaHref(event: Event, { start }: Pick<Session, 'start'>): string {
  const agenda = `/e/${encodeURIComponent(event.slug)}`
  return start === null ? `${agenda}#undated` : `${agenda}#day-${wallTime(start, event.timeZone).date}`
}
