import { plainLine } from '../plain-text.ts'
import type { Properties, Property } from './properties.ts'

/**
 * The people of an event: its attendees, its organiser (see `sharedOrganiser`), and names that the description gives in a
 * line of the form "Speakers: Ada, Grace".
 */
export function eventPeople(
  event: Properties,
  description: string | null,
  sharedOrganiser: string | undefined,
): string[] {
  const organisers = event
    .all('organizer')
    .map(nameOf)
    .filter((name) => name !== sharedOrganiser)
  const attendees = event
    .all('attendee')
    .filter((attendee) => !/^(ROOM|RESOURCE)$/i.test(attendee.parameters.cutype ?? ''))
    .map(nameOf)
  const named = [...organisers, ...attendees].filter((name) => name !== '')
  return [...new Set(named.length > 0 ? named : spokenOf(description ?? ''))].slice(0, MOST)
}

/**
 * The organiser that all events of a feed have in common: that is whoever runs the conference and not a speaker.
 * Undefined for a feed with fewer than three events, or with different organisers.
 */
export function sharedOrganiser(events: readonly Properties[]): string | undefined {
  if (events.length < 3) return undefined
  const [first, ...others] = new Set(events.map((event) => event.all('organizer').map(nameOf).join('\n')))
  return others.length === 0 ? first : undefined
}

const MOST = 50

function nameOf(person: Property): string {
  const name = plainLine(person.parameters.cn ?? '').replace(/^"|"$/g, '')
  return name.includes('@') ? '' : name.slice(0, 100)
}

const SPOKEN = /^[ \t]*(?:speakers?|moderators?|presenters?|chairs?)[ \t]*(?:\(s\))?:[ \t]*(\S[^\n]{0,300})$/im

/** Only what looks like names and nothing else: a sentence after "Speakers:" is no list of people. */
function spokenOf(description: string): string[] {
  const names = (SPOKEN.exec(description)?.[1] ?? '')
    .split(/,|;|\s+and\s+|\s+&\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const allNames = names.every((name) => /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){0,4}$/u.test(name))
  return allNames ? names : []
}
