import type { ListedSession } from './listed-session.ts'
import { wallClock } from './wall-clock.ts'

/** The columns of every table of pads. */
export const COLUMNS = ['Day', 'Time', 'Room', 'Session', 'Notes', 'State'] as const

/** What stands in the columns but for `Session` and `Notes`, which hold links: plain words, nothing in them escaped. */
export function listedWords(
  session: ListedSession,
  timeZone: string,
): { day: string; time: string; room: string; state: string } {
  const start = session.start === null ? null : wallClock(session.start, timeZone)
  const end = session.end === null ? null : wallClock(session.end, timeZone)
  const clocks = [start?.clock, end?.clock].filter((clock) => clock !== undefined)
  return { day: start?.date ?? '', time: clocks.join('–'), room: session.room ?? '', state: stateWords(session) }
}

/** Empty for a session that takes place and a pad in which nobody has written. */
function stateWords({ state, words, frozen }: ListedSession): string {
  const written = words === 0 ? '' : words === 1 ? '1 word' : `${words} words`
  return [STATES[state], written, frozen ? 'frozen' : ''].filter((part) => part !== '').join(', ')
}

const STATES: Record<ListedSession['state'], string> = {
  confirmed: '',
  tentative: 'tentative',
  cancelled: 'cancelled',
  missing: 'not in the latest agenda',
}
