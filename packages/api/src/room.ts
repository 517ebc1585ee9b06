import { type Static, Type } from 'typebox'
import { Person } from './person.ts'

/** How many may wait to speak. */
export const LONGEST_QUEUE = 100
/** How many may be listed as here. */
export const MOST_ATTENDEES = 1_000
/** The longest affiliation and the longest topic of a timer, in UTF-16 units. */
export const LONGEST_AFFILIATION = 80
export const LONGEST_TOPIC = 200
/** A timer runs for a day at most. */
export const MOST_MINUTES = 24 * 60

/** A raised hand. `at` is in milliseconds since 1970. */
export type Hand = { person: Person; at: number }

/** What is being discussed, and for how long: started by somebody, counted by the server's clock. */
export type Timer = { topic: string; minutes: number; startedAt: number; by: Person }

/** Who speaks, who waits in which order, and the timer. A higher `version` is newer. */
export type RoomState = {
  version: number
  speaking: Hand | null
  waiting: Hand[]
  timer: Timer | null
  /** The ids of those in the queue who have left the pad more than a minute ago. */
  away: string[]
}

/** Somebody who said "I am here", under the name they had then. */
export const Attendee = Type.Object(
  { person: Person, affiliation: Type.String({ maxLength: LONGEST_AFFILIATION }), at: Type.Integer() },
  { $id: 'Attendee' },
)
export type Attendee = Static<typeof Attendee>

/** What a page may ask of the room. */
export const RoomAsk = Type.Union([
  Type.Object({ is: Type.Literal('look') }),
  /** Raise or lower one's own hand; a speaker who lowers theirs has spoken. */
  Type.Object({ is: Type.Literal('raise') }),
  Type.Object({ is: Type.Literal('lower') }),
  /** For those who keep order: the next may speak after whoever speaks now, so that two who call at once call one; somebody's hand is taken down. */
  Type.Object({ is: Type.Literal('call'), after: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]) }),
  Type.Object({ is: Type.Literal('dismiss'), person: Type.String({ maxLength: 64 }) }),
  Type.Object({ is: Type.Literal('attend'), affiliation: Type.String({ maxLength: LONGEST_AFFILIATION * 2 }) }),
  Type.Object({ is: Type.Literal('unattend') }),
  Type.Object({ is: Type.Literal('attendees') }),
  Type.Object({
    is: Type.Literal('start'),
    topic: Type.String({ maxLength: LONGEST_TOPIC * 2 }),
    minutes: Type.Integer({ minimum: 1, maximum: MOST_MINUTES }),
  }),
  Type.Object({ is: Type.Literal('stop') }),
])
export type RoomAsk = Static<typeof RoomAsk>

export type RoomAnswer = { is: 'state'; state: RoomState } | { is: 'attendees'; attendees: Attendee[] } | { is: 'done' }

export type RoomNews =
  | { is: 'state'; state: RoomState }
  | { is: 'attends'; attendee: Attendee }
  | { is: 'unattends'; person: string }
