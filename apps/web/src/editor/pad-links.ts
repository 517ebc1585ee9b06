import type { Event, Session, SessionLink } from '@forumpad/api'
import { wallTime } from '../ui/event-times.ts'

export function padHref({ pad }: Pick<SessionLink, 'pad'>): string {
  return `/p/${encodeURIComponent(pad)}`
}

/** The session's day in its event's agenda. */
export function agendaHref(event: Event, session: Pick<Session, 'start'>): string {
  const agenda = `/e/${encodeURIComponent(event.slug)}`
  return session.start === null ? `${agenda}#undated` : `${agenda}#day-${wallTime(session.start, event.timeZone).date}`
}

/** All dates of what recurs. */
export function seriesHref(event: Event, series: string): string {
  return `/e/${encodeURIComponent(event.slug)}/series/${encodeURIComponent(series)}`
}
