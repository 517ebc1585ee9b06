import type { AgendaSession } from '../agenda.ts'
import type { KnownSession } from '../known-session.ts'

/** A session of a feed as a test thinks of it. */
export function session(key: string, facts: Partial<AgendaSession> = {}): AgendaSession {
  return {
    key,
    title: `Session ${key}`,
    description: null,
    start: '2017-05-08T13:00:00Z',
    end: '2017-05-08T14:00:00Z',
    sampleTime: false,
    room: 'Hynes 102',
    track: null,
    people: [],
    url: null,
    state: 'confirmed',
    padName: null,
    ...facts,
  }
}

/** The same once it is known, with notes in its pad. Its id tells the key that it came with first. */
export function known(key: string, facts: Partial<KnownSession['last']> = {}, keys = [key]): KnownSession {
  return { id: `id of ${key}`, keys, edited: true, askedAbout: [], last: { ...session(key), ...facts } }
}

/** The known sessions that a feed makes. */
export function knownFrom(sessions: readonly AgendaSession[], edited = true): KnownSession[] {
  return sessions.map((last) => ({ id: `id of ${last.key}`, keys: [last.key], edited, askedAbout: [], last }))
}
