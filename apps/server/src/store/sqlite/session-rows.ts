import type { AgendaSession, KnownSession } from '@forumpad/agenda'
import type { Session } from '@forumpad/api'
import type { Selectable } from 'kysely'
import type { SessionTable } from './agenda-tables.ts'

/** It has none; null: that was not kept yet when it came. */
const NO_TYPE = ''

export type SessionRow = Selectable<SessionTable>

/** The columns that an agenda fills. */
export function sessionColumns(session: AgendaSession | Session): Omit<SessionRow, 'id' | 'event' | 'pad'> {
  return {
    title: session.title,
    description: session.description,
    starts_at: millisecondsOf(session.start),
    ends_at: millisecondsOf(session.end),
    sample_time: session.sampleTime ? 1 : 0,
    room: session.room,
    track: session.track,
    type: session.type ?? NO_TYPE,
    people: JSON.stringify(session.people),
    url: session.url,
    state: session.state,
  }
}

export function sessionOf(row: SessionRow & { series?: string | null }): Session {
  const series = row.series ? { series: row.series } : {}
  return { id: row.id, event: row.event, ...factsOf(row), pad: row.pad, ...series }
}

export function knownSessionOf(row: SessionRow, about: Omit<KnownSession, 'id' | 'last'>): KnownSession {
  return { id: row.id, ...about, last: factsOf(row), ...(row.type === null && { typeIsUnknown: true }) }
}

function factsOf(row: SessionRow): KnownSession['last'] {
  return {
    title: row.title,
    description: row.description,
    start: instantOf(row.starts_at),
    end: instantOf(row.ends_at),
    sampleTime: row.sample_time === 1,
    room: row.room,
    track: row.track,
    ...(row.type ? { type: row.type } : {}),
    people: JSON.parse(row.people),
    url: row.url,
    state: row.state,
  }
}

function millisecondsOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant)
}

/** As the agenda parser writes it: without fractions of a second. */
export function instantOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}
