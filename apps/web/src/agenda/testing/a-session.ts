import type { Session, SessionWithActivity } from '@forumpad/api'

let count = 0

/** A session of an agenda, told by what matters in the story. Times are instants: `2017-05-10T18:40:00Z`. */
export function aSession(
  over: Partial<Session> = {},
  activity: Partial<SessionWithActivity['activity']> = {},
): SessionWithActivity {
  count += 1
  return {
    session: {
      id: `s${count}`,
      event: 'bos',
      title: `Session ${count}`,
      description: null,
      start: null,
      end: null,
      sampleTime: false,
      room: null,
      track: null,
      people: [],
      url: null,
      state: 'confirmed',
      pad: `pad-${count}`,
      ...over,
    },
    activity: { words: 0, revisions: 0, changedAt: null, present: [], presentCount: 0, ...activity },
  }
}

/** A session on 10 May 2017 in Boston, by the clock on its wall: `at('14:40', '15:20', 'Hynes 102')`. */
export function at(
  from: string,
  to: string | null,
  room: string | null,
  over: Partial<Session> = {},
): SessionWithActivity {
  const instant = (clock: string) => new Date(`2017-05-10T${clock}:00-04:00`).toISOString()
  return aSession({ start: instant(from), end: to === null ? null : instant(to), room, ...over })
}
