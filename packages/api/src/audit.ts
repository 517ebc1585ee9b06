import { type Static, Type } from 'typebox'
import { Role } from './role.ts'

/** Acts of power: what one does to the work of others, or to what they may do. */
export const AuditAct = Type.Union([
  Type.Literal('import-applied'),
  Type.Literal('import-undone'),
  Type.Literal('template-saved'),
  Type.Literal('template-removed'),
  Type.Literal('link-made'),
  Type.Literal('link-revoked'),
  Type.Literal('access-chosen'),
  Type.Literal('locked'),
  Type.Literal('unlocked'),
  Type.Literal('frozen'),
  Type.Literal('thawed'),
  Type.Literal('freezing-chosen'),
  Type.Literal('restored'),
  Type.Literal('person-undone'),
  Type.Literal('redacted'),
  Type.Literal('person-blocked'),
  Type.Literal('block-lifted'),
  Type.Literal('holding-chosen'),
  Type.Literal('link-released'),
  Type.Literal('person-trusted'),
  Type.Literal('chat-deleted'),
  Type.Literal('comment-deleted'),
  Type.Literal('archive-downloaded'),
])
export type AuditAct = Static<typeof AuditAct>

/** What somebody was when they acted; `clock`: nobody did, it was time. */
export const ActingRole = Type.Union([Role, Type.Literal('clock')])
export type ActingRole = Static<typeof ActingRole>

/** An act as it is to be noted, in the transaction of the act itself: both are stored, or neither. `at`: milliseconds since 1970. */
export type ActToNote = {
  /** Null for an act on a pad of no event. */
  event: string | null
  pad: string | null
  at: number
  act: AuditAct
  /** Both null for a program with the organiser key, and for the clock. */
  person: string | null
  name: string | null
  role: ActingRole
  about: string
}

/** Makes the entry of an act from what it came to; null if there is nothing to note. Called in the transaction, so it must not wait. */
export type Noting<Done> = (done: Done) => ActToNote | null

/** Writes down what somebody does. `about`: what it is about, in words. */
export type Noter = (act: AuditAct, about?: string) => ActToNote

/** Who did which act of power when. Name and role are those of that time. */
export const AuditEntry = Type.Object(
  {
    id: Type.Integer(),
    at: Type.String({ format: 'date-time' }),
    act: AuditAct,
    pad: Type.Union([Type.String(), Type.Null()], { description: 'Its name; null for an act on the whole event' }),
    person: Type.Union([Type.String(), Type.Null()], {
      description: 'The id; null for a program with the organiser key',
    }),
    name: Type.Union([Type.String(), Type.Null()]),
    role: ActingRole,
    about: Type.String({ description: 'What it was about, in words; may be empty' }),
  },
  { $id: 'AuditEntry' },
)
export type AuditEntry = Static<typeof AuditEntry>

/** The newest first. `next`: ask with `before` for what comes after; null at the end. */
export const AuditPage = Type.Object(
  { entries: Type.Array(AuditEntry), next: Type.Union([Type.Integer(), Type.Null()]) },
  { $id: 'AuditPage' },
)
export type AuditPage = Static<typeof AuditPage>
