import type { AgendaSession } from '../agenda.ts'
import type { KnownSession } from '../known-session.ts'
import { applyDecisions, askAboutKeys, askAgain, type Decision, type UnclearSession } from './asked-and-decided.ts'
import { assignByLikeness, type Thresholds } from './assign-by-likeness.ts'
import { type AnyFace, GivenFace, KnownFace } from './face.ts'
import { keyPairs, ownersByKey } from './key-pairs.ts'
import { trustKeys } from './key-trust.ts'
import { type Allowance, NO_ALLOWANCE } from './likeness.ts'
import { Pairing } from './pairing.ts'
import { type RoomRename, renamedRooms } from './renamed-rooms.ts'
import { slotPairs } from './slot-pairs.ts'
import { timeShift } from './time-shift.ts'
import { type Trait, uniquePairs } from './unique-pairs.ts'
import { weakKeys } from './weak-keys.ts'
import { dice, plainTitle, titleLikeness } from './wording.ts'

/** What is true of the feed as a whole. */
export type FeedNews = {
  /** Most keys are new although most titles are not: the sessions were recognised by what they say. */
  idsChanged: boolean
  /** Milliseconds by which all sessions have moved; 0 if they have not. */
  shift: number
  rooms: readonly RoomRename[]
}

export type Matching = {
  knownOf: ReadonlyMap<AgendaSession, KnownSession>
  unclear: readonly UnclearSession[]
  news: FeedNews
}

const WHERE_KEYS_CHANGED: Thresholds = { sure: 0.6, maybe: 0.45 }
/**
 * A feed that keeps its keys hardly ever gives a session a new one: then a new key is a new session, and one that is much like
 * a lost one is worth a question where there is text to lose.
 */
const WHERE_KEYS_HOLD: Thresholds = { sure: 0.9, maybe: 0.9 }
const WHERE_TEXT_IS_AT_STAKE: Thresholds = { sure: 0.8, maybe: 0.65 }

/**
 * Finds out which session of a feed is which known one: by what a person decided, by key, by address, by what it says
 * exactly, and at last by how much it is alike. Each step takes what can mean one session only; what stays doubtful after
 * all of them is left to a person.
 */
export function matchSessions(
  knownSessions: readonly KnownSession[],
  sessions: readonly AgendaSession[],
  decisions: readonly Decision[],
): Matching {
  const known = knownSessions.map((each) => new KnownFace(each))
  const given = sessions.map((each) => new GivenFace(each))
  const pairing = new Pairing()
  applyDecisions(decisions, known, given, pairing)
  const unclear = askAgain(known, given, pairing)

  const byTitle = uniquePairs(known, given, ({ wording }) => wording.title)
  const shift = timeShift([...keyPairs(known, given, NO_ALLOWANCE).filter(sameTitle), ...byTitle])
  const allowance: Allowance = { ...NO_ALLOWANCE, shift }
  const startOf = (face: AnyFace) => (face.start === undefined ? undefined : face.start + ('known' in face ? shift : 0))

  pairAll(slotPairs(pairing.free(known), pairing.free(given), startOf), pairing)
  const owners = ownersByKey(known)
  const keys = trustKeys({
    known,
    given,
    byTitle: byTitle.filter((pair) => pair.every((face) => pairing.isFree(face))),
    byKey: keyPairs(known, given, allowance),
    weak: weakKeys(given),
    hasKnownKey: ({ session }) => owners.has(session.key),
    allowance,
  })
  pairAll(keys.pairs, pairing)
  unclear.push(...askAboutKeys(keys, pairing))

  const pairBy = (trait: Trait) => uniquePairs(pairing.free(known), pairing.free(given), trait)
  pairAll(
    pairBy(({ url }) => url).filter(([before, now]) => haveAnythingInCommon(before, now, startOf)),
    pairing,
  )
  for (const trait of exactTraits(startOf)) pairAll(pairBy(trait), pairing)
  pairAll(
    byTitle.filter((pair) => !isNamesake(pair, startOf)),
    pairing,
  )

  const rooms = renamedRooms(known, given, pairing.pairs())
  const roomNow = new Map(rooms.map(({ before, after }) => [plainTitle(before), plainTitle(after)]))
  const { pairs, doubts } = assignByLikeness(
    pairing.free(known),
    pairing.free(given),
    { shift, roomNow: (room) => roomNow.get(room) ?? room },
    ({ known: { edited } }) =>
      keys.keysChanged ? WHERE_KEYS_CHANGED : edited ? WHERE_TEXT_IS_AT_STAKE : WHERE_KEYS_HOLD,
  )
  pairAll(pairs, pairing)
  for (const { given: face, candidates } of doubts) {
    unclear.push({ session: face.session, candidates: candidates.map(({ known }) => known), reason: 'alike' })
  }
  return {
    knownOf: new Map(pairing.pairs().map(([before, now]) => [now.session, before.known])),
    unclear,
    news: { idsChanged: keys.idsChanged, shift, rooms },
  }
}

/** What a session can be recognised by although its key is new. */
function exactTraits(startOf: (face: AnyFace) => number | undefined): Trait[] {
  const joined = (...parts: (string | number | undefined)[]) =>
    parts.includes(undefined) ? undefined : parts.join('\n')
  return [
    (face) => joined(face.wording.title, startOf(face), face.room),
    (face) => joined(face.wording.title, startOf(face)),
    ({ wording, people }) => (people.size === 0 ? undefined : joined(wording.title, ...[...people].sort())),
  ]
}

function pairAll(pairs: readonly (readonly [KnownFace, GivenFace])[], pairing: Pairing): void {
  for (const [before, now] of pairs) pairing.pair(before, now)
}

function sameTitle([before, now]: [KnownFace, GivenFace]): boolean {
  return before.wording.title === now.wording.title
}

/** "Keynote", at another time and by other people, is another keynote. */
function isNamesake([before, now]: [KnownFace, GivenFace], startOf: (face: AnyFace) => number | undefined): boolean {
  const otherPeople = before.people.size > 0 && now.people.size > 0 && dice(before.people, now.people) === 0
  return otherPeople && startOf(before) !== startOf(now)
}

/** An address whose page is about something else altogether was given away. */
function haveAnythingInCommon(
  before: KnownFace,
  now: GivenFace,
  startOf: (face: AnyFace) => number | undefined,
): boolean {
  return (
    titleLikeness(before.wording, now.wording) >= 0.3 ||
    (before.start !== undefined && startOf(before) === startOf(now)) ||
    dice(before.people, now.people) > 0
  )
}
