import { type Static, Type } from 'typebox'
import { Person } from './person.ts'

/** From the least to the most; each may do what those before it may. */
export const ROLES = ['reader', 'editor', 'moderator', 'organiser'] as const

/**
 * What somebody is in a pad: a reader reads, an editor writes, a moderator freezes and gives out links, an organiser has the whole event.
 */
export const Role = Type.Union([
  Type.Literal('reader'),
  Type.Literal('editor'),
  Type.Literal('moderator'),
  Type.Literal('organiser'),
])
export type Role = Static<typeof Role>

/** Whether a role is enough for what needs another. Nobody's is `null`. */
export function isAtLeast(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

/** Whether somebody keeps order in a pad: freezes it, gives out links, calls speakers, takes messages away. */
export const keepsOrder = (role: Role | null): boolean => isAtLeast(role, 'moderator')

/**
 * Who may come without a link. `open`: everybody reads and writes; `by-link`: everybody reads, writing needs a link; `closed`: reading needs
 * one as well.
 */
export const PadAccess = Type.Union([Type.Literal('open'), Type.Literal('by-link'), Type.Literal('closed')])
export type PadAccess = Static<typeof PadAccess>

const Instant = Type.String({ format: 'date-time' })

/** What a link is good for: a whole event, one track of it, or one pad. */
export const LinkScope = Type.Union([
  Type.Object({ is: Type.Literal('event'), event: Type.String() }),
  Type.Object({ is: Type.Literal('track'), event: Type.String(), track: Type.String() }),
  Type.Object({ is: Type.Literal('pad'), pad: Type.String() }),
])
export type LinkScope = Static<typeof LinkScope>

/** A person, without the $id that a schema may hold only once. */
const Somebody = Type.Object(Person.properties)

/** Somebody who opened a link, and so holds its role. */
export const LinkHolder = Type.Object({ person: Somebody, at: Instant })
export type LinkHolder = Static<typeof LinkHolder>

/** A link that gives a role to whoever opens it. Its address is told once, when it is made. */
export const RoleLink = Type.Object(
  {
    id: Type.Integer(),
    scope: LinkScope,
    role: Role,
    label: Type.Union([Type.String(), Type.Null()], { description: 'Whom it is for, in words' }),
    createdAt: Instant,
    createdBy: Type.Union([Somebody, Type.Null()], { description: 'null for a program with the organiser key' }),
    expiresAt: Type.Union([Instant, Type.Null()]),
    state: Type.Union([Type.Literal('live'), Type.Literal('expired'), Type.Literal('revoked')]),
    holders: Type.Array(LinkHolder, { description: 'At most 100, the last who came first; `holderCount` counts all' }),
    holderCount: Type.Integer(),
  },
  { $id: 'RoleLink' },
)
export type RoleLink = Static<typeof RoleLink>

export const NewRoleLink = Type.Object(
  {
    role: Role,
    label: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    expiresAt: Type.Optional(Instant),
    track: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 300,
        description: 'For links of an event: good for the pads of this track',
      }),
    ),
  },
  { $id: 'NewRoleLink', additionalProperties: false },
)
export type NewRoleLink = Static<typeof NewRoleLink>

/** The answer to making a link: the only time that its address is told. */
export const MadeRoleLink = Type.Object(
  { link: RoleLink, url: Type.String({ description: 'Whoever opens it holds the role. It is not told again' }) },
  { $id: 'MadeRoleLink' },
)
export type MadeRoleLink = Static<typeof MadeRoleLink>

/** By what a pad is locked, so that only those with a link write: by itself, or with its whole event. */
export const PadLock = Type.Union([Type.Literal('pad'), Type.Literal('event')])
export type PadLock = Static<typeof PadLock>

export const LockState = Type.Object({ lock: Type.Union([PadLock, Type.Null()]) }, { $id: 'LockState' })
export type LockState = Static<typeof LockState>

/** Who may come without a link: what was chosen here, and what is true. A pad for which nothing is chosen follows its event. */
export const AccessState = Type.Object(
  { chosen: Type.Union([PadAccess, Type.Null()]), access: PadAccess, lock: Type.Union([PadLock, Type.Null()]) },
  { $id: 'AccessState' },
)
export type AccessState = Static<typeof AccessState>

export const AccessWish = Type.Object(
  { access: Type.Union([PadAccess, Type.Null()], { description: 'null: as the event says, or open' }) },
  { $id: 'AccessWish', additionalProperties: false },
)
export type AccessWish = Static<typeof AccessWish>
