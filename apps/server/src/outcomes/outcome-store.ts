import type { Outcome, Role } from '@forumpad/api'
import type { FoundOutcome } from './find-outcomes.ts'

/** Whose eyes a list is for, at a moment (milliseconds since 1970). */
export type OutcomeReader = { isOrganiser: boolean; person: string | undefined; at: number }

/** A pad that somebody may read, with what they are in it. `start` and `end` are milliseconds since 1970. */
export type ReadablePad = {
  name: string
  title: string
  start: number | null
  end: number | null
  room: string | null
  track: string | null
  /** The address of the series that its session is of. */
  series: string | null
  /** Neither `moderator` nor `organiser` make a difference here. */
  role: Extract<Role, 'reader' | 'editor'>
  isFrozen: boolean
}

/** What somebody may know of what came out of some pads. */
export type Readable = { pads: ReadablePad[]; outcomes: Outcome[] }

/** Where the outcomes of all pads are kept, so that an event's need not be found anew in hundreds of texts. */
export interface OutcomeStore {
  /** Keeps what a pad's text says now, in the order given, in place of what it said before. Nothing happens if there is no such pad. */
  keep(pad: string, found: readonly FoundOutcome[]): Promise<void>
  /** What a pad's text said when it was last kept. For the program itself: whoever shows it must ask for rights. */
  kept(pad: string): Promise<FoundOutcome[]>
  /**
   * The pads of an event, by start, and their outcomes in the order of the texts. Pads that `reader` may not read are not among them: the
   * query itself leaves them out. Those of sessions that are missing from the agenda are, for what was decided there was decided.
   */
  ofEvent(event: string, reader: OutcomeReader): Promise<Readable>
  /** The same of one pad. */
  ofPad(pad: string, reader: OutcomeReader): Promise<Readable>
}
