import {
  type ActToNote,
  type BlockedPerson,
  type HeldLink,
  isAtLeast,
  type Person,
  type RecentChange,
  type Role,
  type UndoPersonWish,
} from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem-error.ts'
import type { NoterOf } from '../noter.ts'
import type { ChangeLog, ChangePlace } from './change-log.ts'
import { burstsOf } from './recent-changes.ts'

/** So many held links are listed; the others come when these are dealt with. */
const LINKS_SHOWN = 100
/** Log rows that are looked at for one page. */
const ROWS = 600
const ON_A_PAGE = 30

export type ModerationParts = {
  changeLog: ChangeLog
  blocks: {
    blocked(event: string): Promise<{ person: string; at: number }[]>
    block(event: string, person: string, at: number, note: ActToNote): Promise<boolean>
    lift(event: string, person: string, note: ActToNote): Promise<boolean>
  }
  changes: {
    undoPerson(pad: string, wish: UndoPersonWish, person: string, note: ActToNote): Promise<{ changed: boolean }>
  }
  /** Those of the pads that take text. */
  openAmong(pads: readonly string[]): Promise<string[]>
  /** Throws a ProblemError unless a request comes from a moderator of the event. Gives what they are. */
  requireModerator(request: FastifyRequest, event: string): Promise<Role>
  /** Whether all pads of the event are locked, and locking them. */
  isLocked(event: string): Promise<boolean>
  setLock(event: string, locked: boolean, note: ActToNote): Promise<void>
  links: {
    isHolding(event: string): Promise<boolean>
    setHolding(event: string, holding: boolean, note: ActToNote): Promise<void>
    held(event: string, limit: number): Promise<{ href: string; pad: string; person: string | null; at: number }[]>
    release(event: string, href: string, note: ActToNote): Promise<boolean>
    trust(event: string, person: string, at: number, note: ActToNote): Promise<boolean>
  }
  /** What is held in the pads of an event is another than before. */
  linksChanged(event: string): Promise<void>
  /** What the notes of a pad are called. */
  titleOf(pad: string): Promise<string>
  /** What somebody holds in a whole event. */
  roleOf(event: string, person: string): Promise<Role | null>
  /** Holds somebody in all open connections to what they may do now. */
  rightsChanged(event: string, person: string): Promise<void>
  noterOf: NoterOf
  findPerson(id: string): Promise<Person>
  author(request: FastifyRequest): Promise<Person>
  now(): number
}

export type Moderation = ReturnType<typeof createModeration>

/** What moderators of an event see of all its pads at once, and do to whoever disturbs. Each asks for their rights, and what they did is noted with it. */
export function createModeration(parts: ModerationParts) {
  const { changeLog, blocks, links, changes, requireModerator, noterOf, findPerson, now } = parts

  async function blocked(event: string): Promise<BlockedPerson[]> {
    const records = await blocks.blocked(event)
    return Promise.all(
      records.map(async ({ person, at }) => ({ person: await findPerson(person), at: new Date(at).toISOString() })),
    )
  }

  return {
    personCalled: findPerson,

    isLocked: async (request: FastifyRequest, event: string) => {
      await requireModerator(request, event)
      return parts.isLocked(event)
    },

    /** All pads of an event: only those with a link write in them while they are locked. */
    setLock: async (request: FastifyRequest, event: string, locked: boolean) => {
      await requireModerator(request, event)
      const note = await noterOf(request, { event })
      await parts.setLock(event, locked, note(locked ? 'locked' : 'unlocked', 'All pads'))
    },

    /** Whether new links of unknown people are held, and those that are, the newest first. */
    heldLinks: async (request: FastifyRequest, event: string) => {
      await requireModerator(request, event)
      const [holds, held] = await Promise.all([links.isHolding(event), links.held(event, LINKS_SHOWN)])
      const shown = held.map(
        async ({ href, pad, person, at }): Promise<HeldLink> => ({
          ...{ href, pad, title: await parts.titleOf(pad), at: new Date(at).toISOString() },
          person: person === null ? null : await findPerson(person),
        }),
      )
      return { holds, held: await Promise.all(shown) }
    },

    setHolding: async (request: FastifyRequest, event: string, holding: boolean) => {
      await requireModerator(request, event)
      const note = await noterOf(request, { event })
      await links.setHolding(event, holding, note('holding-chosen', holding ? 'On' : 'Off'))
      await parts.linksChanged(event)
    },

    release: async (request: FastifyRequest, event: string, href: string) => {
      await requireModerator(request, event)
      const note = await noterOf(request, { event })
      if (await links.release(event, href, note('link-released', href))) await parts.linksChanged(event)
    },

    /** From now on the links of a person are not held, and what is held of theirs is let through. */
    trust: async (request: FastifyRequest, event: string, person: string) => {
      await requireModerator(request, event)
      const note = (await noterOf(request, { event }))('person-trusted', (await findPerson(person)).name)
      if (await links.trust(event, person, now(), note)) await parts.linksChanged(event)
    },

    blocked: async (request: FastifyRequest, event: string) => {
      await requireModerator(request, event)
      return blocked(event)
    },

    /** What was done in all pads, the newest first, from a place on; `next` is the place to ask with for what was before. */
    async recent(
      request: FastifyRequest,
      event: string,
      { before, person }: { before: string | null; person: string | null },
    ) {
      await requireModerator(request, event)
      const rows = await changeLog.newest(event, placeIn(before), person, ROWS)
      const bursts = burstsOf(rows)
      const shown = bursts.slice(0, ON_A_PAGE)
      const entries = await Promise.all(
        shown.map(async ({ began: _, ended, ...burst }): Promise<RecentChange> => {
          return { ...burst, person: await findPerson(burst.person), at: new Date(ended).toISOString() }
        }),
      )
      // Nothing may be passed over; what somebody did around the turn of a page may stand on both.
      const rest = bursts[ON_A_PAGE]
      const first = rest && rows.findIndex(({ pad, revision }) => pad === rest.pad && revision === rest.to)
      const last = first === undefined ? (rows.length < ROWS ? undefined : rows.at(-1)) : rows[first - 1]
      return { entries, next: last === undefined ? null : wordsOf(last) }
    },

    async block(request: FastifyRequest, event: string, person: string): Promise<BlockedPerson[]> {
      const role = await requireModerator(request, event)
      const theirs = await parts.roleOf(event, person)
      if (theirs !== null && !isAtLeast(role, theirs)) throw isMore(theirs)
      const note = (await noterOf(request, { event }))('person-blocked', (await findPerson(person)).name)
      if (await blocks.block(event, person, now(), note)) await parts.rightsChanged(event, person)
      return blocked(event)
    },

    async lift(request: FastifyRequest, event: string, person: string): Promise<BlockedPerson[]> {
      await requireModerator(request, event)
      const note = (await noterOf(request, { event }))('block-lifted', (await findPerson(person)).name)
      if (await blocks.lift(event, person, note)) await parts.rightsChanged(event, person)
      return blocked(event)
    },

    /** Undoes all that somebody did in the pads of an event, pad by pad. What is frozen stays as it is. */
    async undoEverywhere(
      request: FastifyRequest,
      event: string,
      person: string,
    ): Promise<{ pads: number; frozen: number }> {
      await requireModerator(request, event)
      const theirs = await changeLog.padsOf(event, person)
      const open = await parts.openAmong(theirs)
      const { id } = await parts.author(request)
      let pads = 0
      const { name } = await findPerson(person)
      for (const pad of open) {
        const note = (await noterOf(request, { pad }))('person-undone', name)
        if ((await changes.undoPerson(pad, { person }, id, note)).changed) pads += 1
      }
      return { pads, frozen: theirs.length - open.length }
    },
  }
}

/** A place in the log as it stands in an address. */
const wordsOf = ({ at, revision, pad }: ChangePlace): string => `${at}.${revision}.${pad}`

function placeIn(words: string | null): ChangePlace | null {
  const [, at, revision, pad] = /^(\d{1,15})\.(\d{1,15})\.(.+)$/s.exec(words ?? '') ?? []
  return pad === undefined ? null : { at: Number(at), revision: Number(revision), pad }
}

function isMore(role: Role): ProblemError {
  return new ProblemError(
    403,
    'not-allowed',
    `They are ${role} of this event: only somebody who is at least that may block them.`,
  )
}
