import type { IncomingHttpHeaders } from 'node:http'
import { isAtLeast, type LinkScope, type Role } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import { organiserOnly } from '../http/organiser.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { BlockStore } from './block-store.ts'
import { roleInEvent, roleOf } from './role-of.ts'
import type { RoleStore } from './role-store.ts'

/** Whoever asks, as far as it counts for their rights. Sign-in will put here who vouches for them. */
export type Who = { isOrganiser: boolean; person: string | undefined }

type Asking = { headers: IncomingHttpHeaders }

/** What people may do: the one place to ask, for pages, the API and sockets alike. */
export type Rights = {
  whoAsks(request: Asking): Who
  /** What somebody is in a pad; null if they may not even read it. A pad that is not there is open: whoever looks finds nothing. */
  roleInPad(who: Who, pad: string): Promise<Role | null>
  /** What somebody is in a whole event; null if they have no part in it beyond what everybody has. */
  roleInEvent(who: Who, event: string): Promise<Role | null>
  /** Which pads somebody may read: everything, or all that is not closed and what is in these scopes. `roleInPad` says the same of one. */
  readableBy(who: Who): Promise<'everything' | LinkScope[]>
  /** Throws a ProblemError unless a request comes from somebody who is at least that in a pad. Gives what they are. */
  requireInPad(request: Asking, pad: string, needed: Role): Promise<Role>
  requireInEvent(request: Asking, event: string, needed: Role): Promise<Role>
  /** Holds everybody in the pads of a scope to what they may do there now; `person`: only this one, whose own rights changed. */
  changed(scope: LinkScope, person?: string): Promise<void>
}

export type RightsParts = {
  roles: RoleStore
  blocks: Pick<BlockStore, 'isBlocked'>
  livePads: Pick<LivePads, 'rightsChanged'>
  isOrganiser(headers: IncomingHttpHeaders): boolean
  /** The id of the person whose cookie a request brings. */
  personOf(headers: IncomingHttpHeaders): string | undefined
  now(): number
}

export const CLOSED = 'This pad is open to people with a link. Ask the moderator for one.'
export const READING_ONLY = 'You may read this pad, not write in it. Ask the moderator for a link.'

export function createRights({ roles, blocks, livePads, isOrganiser, personOf, now }: RightsParts): Rights {
  const whoAsks = ({ headers }: Asking): Who => ({ isOrganiser: isOrganiser(headers), person: personOf(headers) })

  const grantsOf = ({ isOrganiser, person }: Who) =>
    isOrganiser || person === undefined ? [] : roles.grantsOf(person, now())

  const isBlocked = async ({ isOrganiser, person }: Who, event: string | null) =>
    !isOrganiser && person !== undefined && event !== null && blocks.isBlocked(event, person)

  async function inPad(who: Who, pad: string): Promise<Role | null> {
    const [place, grants] = await Promise.all([roles.placeOf(pad), grantsOf(who)])
    if (!place) return who.isOrganiser ? 'organiser' : 'editor'
    return roleOf({ isOrganiser: who.isOrganiser, grants, place, isBlocked: await isBlocked(who, place.event) })
  }

  const inEvent = async (who: Who, event: string) =>
    roleInEvent(
      { isOrganiser: who.isOrganiser, grants: await grantsOf(who), isBlocked: await isBlocked(who, event) },
      event,
    )

  return {
    whoAsks,
    roleInPad: inPad,
    roleInEvent: inEvent,
    readableBy: async (who) => (who.isOrganiser ? 'everything' : (await grantsOf(who)).map(({ scope }) => scope)),
    async requireInPad(request, pad, needed) {
      const role = await inPad(whoAsks(request), pad)
      if (role === null || !isAtLeast(role, needed)) throw refusal(role, needed)
      return role
    },
    async requireInEvent(request, event, needed) {
      const role = await inEvent(whoAsks(request), event)
      if (role === null || !isAtLeast(role, needed)) throw refusal(role ?? 'reader', needed)
      return role
    },
    async changed(scope, person) {
      const pads = new Set(await roles.padsIn(scope))
      await livePads.rightsChanged((pad, who) => pads.has(pad) && (person === undefined || who === person))
    },
  }
}

function refusal(role: Role | null, needed: Role): ProblemError {
  if (role === null) return new ProblemError(403, 'closed-pad', CLOSED)
  if (needed === 'editor') return new ProblemError(403, 'reading-only', READING_ONLY)
  return organiserOnly(needed === 'moderator' ? 'moderator' : 'organiser')
}
