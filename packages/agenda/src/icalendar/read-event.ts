import type { AgendaSession } from '../agenda.ts'
import { plainLine, plainText } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'
import type { Keyless } from '../session-keys.ts'
import { eventPad } from './event-pad.ts'
import { eventPeople } from './event-people.ts'
import { eventTimes, instantOf, type TimeReading } from './event-times.ts'
import type { Properties } from './properties.ts'

/** What the events of one feed have in common. */
export type FeedContext = { times: TimeReading; organiser: string | undefined; allCancelled: boolean }

/** Reads one VEVENT, or says in `problems` why it was left out. */
export function readEvent(
  event: Properties,
  line: number,
  feed: FeedContext,
  problems: ProblemList,
): Keyless | undefined {
  const title = shortened(plainLine(event.text('summary') ?? ''), MOST.title)
  if (title === '') {
    problems.at(line, null, 'this event has no title (SUMMARY); it was left out.')
    return undefined
  }
  const times = eventTimes(event, title, line, feed.times, problems)
  if (times === undefined) return undefined
  if (event.one('rrule') || event.one('rdate')) {
    problems.at(line, title, 'it recurs; only its first date was taken, because series cannot be read yet.')
  }
  const description = descriptionOf(event)
  const session: Omit<AgendaSession, 'key'> = {
    title,
    description,
    ...times,
    sampleTime: /^true$/i.test(event.text('x-forumpad-sample-time') ?? ''),
    room: roomOf(event),
    track: trackOf(event),
    people: eventPeople(event, description, feed.organiser),
    url: webAddress(event.text('url')),
    state: feed.allCancelled ? 'cancelled' : stateOf(event),
    padName: eventPad(event, description),
  }
  return { place: line, uid: uidOf(event, title, feed.times, problems), session }
}

/** Longer ones are cut, so that one event cannot fill the agenda. */
const MOST = { title: 500, description: 20_000, room: 200, track: 200 }

function uidOf(event: Properties, title: string, times: TimeReading, problems: ProblemList): string | undefined {
  const uid = event.text('uid')
  const recurrence = event.one('recurrence-id')
  if (uid === undefined || recurrence === undefined) return uid?.slice(0, 500)
  return `${uid.slice(0, 500)} ${instantOf(recurrence, title, times, problems) ?? recurrence.raw.slice(0, 40)}`
}

function descriptionOf(event: Properties): string | null {
  const html = event.all('x-alt-desc').find((property) => /html/i.test(property.parameters.fmttype ?? ''))
  const text = plainText(event.text('description') ?? html?.values[0] ?? '')
  return text === '' ? null : shortened(text, MOST.description)
}

/** Some feeds put the address of a video call where the room belongs. */
function roomOf(event: Properties): string | null {
  const room = plainLine((event.text('location') ?? '').replace(/\n+/g, ', '))
  return room === '' || /^https?:\/\/\S+$/i.test(room) ? null : shortened(room, MOST.room)
}

function trackOf(event: Properties): string | null {
  const categories = event.all('categories').flatMap((property) => property.values.map(plainLine))
  const track = [...new Set(categories)].filter((category) => category !== '').join(', ')
  return track === '' ? null : shortened(track, MOST.track)
}

function stateOf(event: Properties): AgendaSession['state'] {
  const status = event.text('status')?.toUpperCase()
  if (status === 'CANCELLED' || status === 'CANCELED') return 'cancelled'
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed'
}

function webAddress(address: string | undefined): string | null {
  return address !== undefined && /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) && address.length <= 2000
    ? address
    : null
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`
}
