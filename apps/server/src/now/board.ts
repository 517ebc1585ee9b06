import type { Board, BoardRoom, BoardSession, Event, Session } from '@forumpad/api'
import type { NowWords } from './now-store.ts'

export type BoardFacts = {
  sessions: readonly Session[]
  words: ReadonlyMap<string, NowWords>
  /** The short code of a pad, or null. */
  codeOf(pad: string): string | null
}

/** Only what lies in this room or track. */
export type BoardFilter = { room?: string | undefined; track?: string | undefined }

const HOUR = 3_600_000
/** What was said of a session before is about its preparation. */
const SAID_BEFORE = HOUR
/** What comes so much later is not "next". */
const NEXT_WITHIN = 20 * HOUR

/** What is on now and next in every room, at a moment in milliseconds since 1970. */
export function boardOf(event: Event, facts: BoardFacts, at: number, { room, track }: BoardFilter = {}): Board {
  const held = facts.sessions.filter(isHeld)
  const inTrack = track ? held.filter((session) => session.track === track) : held
  const rooms = new Set(held.flatMap((session) => session.room ?? []))
  const tracks = new Set(held.flatMap((session) => session.track ?? []))
  const shown = [...rooms].filter((name) => !room || name === room).sort(byName)
  return {
    event,
    at: new Date(at).toISOString(),
    rooms: shown
      .map((name) =>
        roomAt(
          name,
          inTrack.filter((session) => session.room === name),
          facts,
          at,
        ),
      )
      .filter(({ now, next }) => room || now.length > 0 || next !== null),
    tracks: [...tracks].sort(byName),
  }
}

function roomAt(room: string, sessions: readonly Session[], facts: BoardFacts, at: number): BoardRoom {
  const entries = sessions.map((session) => entryOf(session, facts)).sort((one, other) => one.start - other.start)
  const running = entries.filter(({ start, until }) => start <= at && at < until)
  // Whoever runs late keeps the room, until the moderator of the next says that it has begun.
  const late = running.filter(({ end }) => end <= at)
  const begun = running.filter(
    ({ end, start, said }) => end > at && (late.length === 0 || (said !== null && said >= start)),
  )
  const now = begun.length > 0 ? begun : late
  const since = now[0]?.start ?? 0
  const isNext = (entry: Entry) => entry.until > at && entry.start >= since && entry.start < at + NEXT_WITHIN
  const next = entries.find((entry) => !now.includes(entry) && isNext(entry))
  return { room, now: now.map(({ shown }) => shown), next: next?.shown ?? null }
}

type Entry = { start: number; end: number; until: number; said: number | null; shown: BoardSession }

function entryOf(session: Session, { words, codeOf }: BoardFacts): Entry {
  const { id, title, room, track, people, pad } = session
  const start = Date.parse(session.start ?? '')
  const end = session.end === null ? start + HOUR : Date.parse(session.end)
  const said = words.get(pad)
  const isAbout = said !== undefined && said.at >= start - SAID_BEFORE
  const lateMinutes = isAbout ? said.lateMinutes : 0
  return {
    start,
    end,
    until: end + lateMinutes * 60_000,
    said: isAbout && said.topic !== null ? said.at : null,
    shown: {
      ...{ id, title, start: session.start, end: session.end, room, track, people, pad, code: codeOf(pad) },
      topic: isAbout ? said.topic : null,
      lateMinutes,
    },
  }
}

/** The pad that the QR code of a room leads to: of the session now on, else of the next, else of the last that was. */
export function padOfRoom(sessions: readonly Session[], { now, next, room }: BoardRoom): string | null {
  const current = now.at(-1) ?? next
  if (current) return current.pad
  const were = sessions.filter((session) => session.room === room && isHeld(session))
  return were.sort((one, other) => ((one.start ?? '') < (other.start ?? '') ? -1 : 1)).at(-1)?.pad ?? null
}

function isHeld({ state, start }: Session): boolean {
  return start !== null && (state === 'confirmed' || state === 'tentative')
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const byName = (one: string, other: string) => collator.compare(one, other)
