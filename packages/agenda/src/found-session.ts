import type { AgendaSession } from './agenda.ts'
import { etherpadName } from './etherpad-name.ts'
import type { Reading } from './feed-format.ts'
import type { Place, ProblemList } from './problem-list.ts'
import { described, joined, line, MOST, webAddress } from './session-texts.ts'
import type { Ending, Moment } from './session-times.ts'
import { written } from './zones/local-time.ts'

/** A session as a reader found it in a feed: plain values, nothing of them trusted yet. */
export type FoundSession = {
  place: Place
  /** Its number in the feed, if it is another than its turn. */
  entry?: number
  /** What the feed calls it by, the strongest first; empty ones are passed over. */
  keys: readonly string[]
  title: string
  /** The parts of its description; they may hold HTML. */
  texts: readonly string[]
  start: Moment
  end: Ending
  room: string
  track: string
  type?: string
  people: readonly string[]
  url: string
  /** Further addresses that belong to it, for the one of its pad. */
  links?: readonly string[]
  state?: AgendaSession['state']
}

/** What was found, as a session; undefined if it has no title or no time that can be read, and `problems` says so. */
export function sessionFrom(
  found: FoundSession,
  { problems, withHtml }: Reading,
): Omit<AgendaSession, 'key'> | undefined {
  const { place, start } = found
  const title = line(found.title, MOST.title)
  if (title === null) {
    problems.at(place, null, 'this entry has no title; it was left out.')
    return undefined
  }
  if (start.is === 'unreadable') {
    problems.at(place, title, `its start "${start.raw.slice(0, 40)}" is not a time; it was left out.`)
    return undefined
  }
  if (start.is === 'absent') return undefined
  const texts = described(joined(found.texts), withHtml)
  const url = webAddress(found.url)
  const type = line(found.type ?? '', MOST.type)
  return {
    title,
    ...texts,
    start: written(start.at),
    end: endOf(found, start.at, title, problems),
    sampleTime: false,
    room: line(found.room, MOST.room),
    track: line(found.track, MOST.track),
    ...(type !== null && { type }),
    people: peopleOf(found.people),
    url,
    state: found.state ?? 'confirmed',
    padName: etherpadName([...(found.links ?? []), url, ...found.texts]),
  }
}

function endOf({ place, end }: FoundSession, start: number, title: string, problems: ProblemList): string | null {
  if (end.is === 'absent') return null
  if (end.is === 'after') return written(start + end.milliseconds)
  if (end.is !== 'known') {
    const what =
      end.is === 'unreadable'
        ? `end "${end.raw.slice(0, 40)}" is not a time`
        : `length "${end.raw.slice(0, 40)}" cannot be read`
    problems.at(place, title, `its ${what}; it was taken without an end.`)
    return null
  }
  if (end.at < start) problems.at(place, title, 'it ends before it starts; it was taken without an end.')
  return end.at > start ? written(end.at) : null
}

function peopleOf(people: readonly string[]): string[] {
  const names = people.slice(0, MOST.people).map((name) => line(name, MOST.name))
  return [...new Set(names)].filter((name) => name !== null && !name.includes('@')).flatMap((name) => name ?? [])
}
