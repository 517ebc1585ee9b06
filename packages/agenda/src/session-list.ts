import type { Agenda } from './agenda.ts'
import type { Reading } from './feed-format.ts'
import { type FoundSession, sessionFrom } from './found-session.ts'
import { type Keyless, withKeys } from './session-keys.ts'
import { line, MOST } from './session-texts.ts'
import { ianaZone } from './zones/iana-zone.ts'

/** Gathers the sessions that a reader finds, one after the other, and makes an agenda of them. */
export type SessionList = {
  add(found: FoundSession): void
  agenda(facts: { format: string; title: string; timeZone: string | undefined }): Agenda
}

/** @param named the zone that the feed names for all its times, as it stands there; empty if it names none */
export function createSessionList(reading: Reading, named: string): SessionList & { zone: string } {
  const { zone, problems } = reading
  const read: Keyless[] = []
  let local = 0
  let unscheduled = 0
  let keyless = 0
  let entry = -1
  const own = named === '' ? undefined : ianaZone(named)
  if (named !== '' && own === undefined) {
    problems.whole(`The feed's time zone "${named.slice(0, 60)}" is not known; it was passed over.`)
  }
  return {
    /** Where local times of this feed are read. */
    zone: own ?? zone,
    add(found) {
      entry += 1
      const session = sessionFrom(found, reading)
      if (session === undefined) {
        if (found.start.is === 'absent') unscheduled += 1
        return
      }
      const uid = found.keys.find((key) => key !== '')?.slice(0, MOST.key)
      if (found.start.is === 'known' && found.start.isLocal && own === undefined) local += 1
      if (uid === undefined) keyless += 1
      read.push({ place: found.place, uid, session: { ...session, entry: found.entry ?? entry } })
    },
    agenda({ format, title, timeZone }) {
      const sessions = withKeys(read, problems)
      const entries = (count: number) => (count === 1 ? '1 session has' : `${count} sessions have`)
      if (unscheduled > 0) problems.whole(`${entries(unscheduled)} no time yet, and cannot be in the agenda.`)
      if (local > 0) problems.whole(`${entries(local)} no time zone; the times were read in ${zone}.`)
      if (keyless > 0) problems.whole(`${entries(keyless)} no id; they are recognised by title and start.`)
      if (read.length + unscheduled === 0) problems.whole(`The ${format} holds no sessions that could be read.`)
      const zoneName = own ?? timeZone
      return {
        format,
        title: line(title, 200),
        timeZone: zoneName !== undefined && /^[A-Za-z]/.test(zoneName) ? zoneName : null,
        sessions,
        readable: true,
        problems: problems.sentences(),
      }
    },
  }
}
