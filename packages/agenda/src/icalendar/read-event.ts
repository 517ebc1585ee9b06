import type { AgendaSession } from '../agenda.ts'
import { plainLine } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'
import { described, MOST, line as oneLine, shortened, webAddress } from '../session-texts.ts'
import { eventPad } from './event-pad.ts'
import { eventPeople } from './event-people.ts'
import { type EventMoment, eventTimes, momentsOf, type TimeReading } from './event-times.ts'
import type { Properties } from './properties.ts'

/** What the events of one feed have in common. */
export type FeedContext = {
  times: TimeReading
  organiser: string | undefined
  allCancelled: boolean
  withHtml: boolean
}

/** An event that was read. What it repeats, or which occurrence it replaces, is not applied yet: see `series.ts`. */
export type ReadEvent = {
  line: number
  /** Which VEVENT of the feed it is, counted from 0. */
  entry: number
  uid: string | undefined
  event: Properties
  start: EventMoment
  /** In milliseconds; null if that is not known. */
  lasts: number | null
  /** Which occurrence of the series with this UID it replaces. */
  replaces: EventMoment | undefined
  facts: Omit<AgendaSession, 'key' | 'start' | 'end' | 'entry' | 'series'>
}

/** Reads one VEVENT, or says in `problems` why it was left out. */
export function readEvent(
  event: Properties,
  { line, entry }: { line: number; entry: number },
  feed: FeedContext,
  problems: ProblemList,
): ReadEvent | undefined {
  const title = oneLine(event.text('summary') ?? '', MOST.title)
  if (title === null) {
    problems.at(line, null, 'this event has no title (SUMMARY); it was left out.')
    return undefined
  }
  const times = eventTimes(event, title, line, feed.times, problems)
  if (times === undefined) return undefined
  const texts = described(descriptionOf(event), feed.withHtml)
  const facts = {
    title,
    ...texts,
    sampleTime: /^true$/i.test(event.text('x-forumpad-sample-time') ?? ''),
    room: roomOf(event),
    track: trackOf(event),
    people: eventPeople(event, texts.description, feed.organiser),
    url: webAddress(event.text('url')),
    state: feed.allCancelled ? 'cancelled' : stateOf(event),
    padName: eventPad(event, texts.description),
  } as const
  const recurrence = event.one('recurrence-id')
  const [replaces] = recurrence ? momentsOf(recurrence, title, feed.times, problems) : []
  return { line, entry, uid: event.text('uid')?.slice(0, MOST.key), event, ...times, replaces, facts }
}

function descriptionOf(event: Properties): string {
  const html = event.all('x-alt-desc').find((property) => /html/i.test(property.parameters.fmttype ?? ''))
  return event.text('description') ?? html?.values[0] ?? ''
}

/** Some feeds put the address of a video call where the room belongs. */
function roomOf(event: Properties): string | null {
  const room = oneLine((event.text('location') ?? '').replace(/\n+/g, ', '), MOST.room)
  return room !== null && /^https?:\/\/\S+$/i.test(room) ? null : room
}

function trackOf(event: Properties): string | null {
  const categories = event.all('categories').flatMap((property) => property.values.map(plainLine))
  return shortened([...new Set(categories)].filter((category) => category !== '').join(', '), MOST.track) || null
}

function stateOf(event: Properties): AgendaSession['state'] {
  const status = event.text('status')?.toUpperCase()
  if (status === 'CANCELLED' || status === 'CANCELED') return 'cancelled'
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed'
}
