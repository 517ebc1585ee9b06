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
  Type.Literal('chat-deleted'),
  Type.Literal('comment-deleted'),
  Type.Literal('archive-downloaded'),
])
export type AuditAct = Static<typeof AuditAct>

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
    role: Role,
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
