import { type Static, Type } from 'typebox'
import type { Person } from './person.ts'

/** What a line of a pad says by the conventions of note takers. `line` is its permanent name: its address is `/p/PAD#NAME`. */
export type MarkedLine = {
  is: 'action' | 'decision' | 'question'
  /** Without the label. */
  words: string
  /** Who is to do it. */
  people: string[]
  /** A date like `2026-06-01`. */
  due: string | null
  isDone: boolean
  line: string
}

/** Somebody who wrote in a pad, and their part of what people wrote in it: above 0, 1 for all of it. */
export type Contributor = { person: Person; share: number }

/**
 * What the minutes of a pad are now: written (`draft`), looked through after the session's end (`review`), or final (`frozen`). `freezesAt`:
 * when the event's setting makes them final.
 */
export type MinutesState =
  | { is: 'draft' }
  | { is: 'review'; freezesAt: string | null }
  | { is: 'frozen'; since: string }

const CHECKSUMS = { md: Type.String(), txt: Type.String(), json: Type.String() }

/** A frozen version of minutes. Instants are ISO 8601, checksums SHA-256 in hexadecimal. */
export const MinutesVersion = Type.Object(
  {
    number: Type.Integer({ description: 'From 1' }),
    revision: Type.Integer({ description: 'Which text of the pad it is' }),
    at: Type.String({ format: 'date-time', description: 'Since when it was frozen' }),
    by: Type.Union([Type.String(), Type.Null()], {
      description: 'The name of whoever froze it; null for the setting of the event, or a program',
    }),
    checksums: Type.Object(CHECKSUMS),
    redactions: Type.Array(
      Type.Object({
        at: Type.String({ format: 'date-time' }),
        before: Type.Object(CHECKSUMS, { description: 'The checksums until then' }),
      }),
      { description: 'When words were taken out of its files, the newest first' },
    ),
  },
  { $id: 'MinutesVersion' },
)
export type MinutesVersion = Static<typeof MinutesVersion>

/** Minutes may be frozen by themselves so many hours after their session at most: 60 days. */
export const MOST_FREEZE_HOURS = 60 * 24

const HoursAfterEnd = Type.Union([Type.Integer({ minimum: 1, maximum: MOST_FREEZE_HOURS }), Type.Null()], {
  description: 'So many hours after the end of a session its pad is frozen; null: only by hand',
})

/** When the minutes of an event become final by themselves. */
export const FreezingState = Type.Object({ hoursAfterEnd: HoursAfterEnd }, { $id: 'FreezingState' })
export type FreezingState = Static<typeof FreezingState>

export const FreezingWish = Type.Object(
  { hoursAfterEnd: HoursAfterEnd },
  { $id: 'FreezingWish', additionalProperties: false },
)
export type FreezingWish = Static<typeof FreezingWish>

/** Which pads of an event are to be frozen at once: those of a day, a track, both, or all. */
export const ManyToFreeze = Type.Object(
  {
    day: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A date in the zone of the event' }),
    ),
    track: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    dryRun: Type.Optional(Type.Boolean({ description: 'Only count them' })),
  },
  { $id: 'ManyToFreeze', additionalProperties: false },
)
export type ManyToFreeze = Static<typeof ManyToFreeze>

/** How many pads take text, of those that were meant, and how many of these are frozen now. */
export const ManyFrozen = Type.Object({ open: Type.Integer(), frozen: Type.Integer() }, { $id: 'ManyFrozen' })
export type ManyFrozen = Static<typeof ManyFrozen>

/** A mail about minutes that somebody may send. `html` is the body without head, made safe by the server. */
export type SummaryMail = { subject: string; text: string; html: string }
