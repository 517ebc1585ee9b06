import type { Event, Session, SessionFacts, SessionLink } from '@forumpad/api'

/** What stands above a session's notes: its neighbours in the room, and what runs at the same time. */
export function sessionFacts(event: Event, sessions: readonly Session[], session: Session): SessionFacts {
  const others = sessions.filter((other) => other.id !== session.id && isHeld(other))
  const inRoom = session.room === null ? [] : others.filter(({ room }) => room === session.room).sort(byStart)
  const start = startOf(session)
  return {
    event,
    session,
    previous: linkTo(start === undefined ? undefined : inRoom.filter((other) => before(other, start)).at(-1)),
    next: linkTo(start === undefined ? undefined : inRoom.find((other) => !before(other, start))),
    clashes: others
      .filter((other) => overlap(session, other))
      .sort(byStart)
      .flatMap((other) => linkTo(other) ?? []),
  }
}

/** The sessions that run at a moment, by start. A session without an end is taken to last an hour. */
export function onNow(sessions: readonly Session[], at: number): SessionLink[] {
  return sessions
    .filter((session) => isHeld(session) && (startOf(session) ?? at + 1) <= at && at < endOf(session))
    .sort(byStart)
    .flatMap((session) => linkTo(session) ?? [])
}

const HOUR = 3_600_000

function isHeld({ state, start }: Session): boolean {
  return start !== null && (state === 'confirmed' || state === 'tentative')
}

function overlap(one: Session, other: Session): boolean {
  const [start, otherStart] = [startOf(one), startOf(other)]
  if (start === undefined || otherStart === undefined) return false
  return start < endOf(other) && otherStart < endOf(one)
}

function before(session: Session, start: number): boolean {
  return (startOf(session) ?? start) < start
}

function startOf({ start }: Session): number | undefined {
  return start === null ? undefined : Date.parse(start)
}

function endOf(session: Session): number {
  return session.end === null ? (startOf(session) ?? 0) + HOUR : Date.parse(session.end)
}

function byStart(one: Session, other: Session): number {
  return (startOf(one) ?? 0) - (startOf(other) ?? 0) || one.title.localeCompare(other.title, 'en')
}

function linkTo(session: Session | undefined): SessionLink | null {
  if (session === undefined) return null
  const { title, start, end, room, pad } = session
  return { title, start, end, room, pad }
}
