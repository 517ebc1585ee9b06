import type { Outcome, OutcomeList, OutcomePad } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import type { OutcomeReader, OutcomeStore, Readable, ReadablePad } from './outcome-store.ts'
import { selectOutcomes } from './select-outcomes.ts'
import { sharedLinks } from './shared-links.ts'

export type OutcomeListParts = {
  outcomes: Pick<OutcomeStore, 'ofEvent' | 'ofPad'>
  whoAsks(request: FastifyRequest): Pick<OutcomeReader, 'isOrganiser' | 'person'>
  now(): number
}

export type OutcomeLists = ReturnType<typeof createOutcomeLists>

/** Lists of outcomes for whoever asks, for pages, files and the API alike. */
export function createOutcomeLists({ outcomes, whoAsks, now }: OutcomeListParts) {
  const readerOf = (request: FastifyRequest): OutcomeReader => ({ ...whoAsks(request), at: now() })
  return {
    readableInEvent: (event: string, request: FastifyRequest) => outcomes.ofEvent(event, readerOf(request)),
    readableInPad: (pad: string, request: FastifyRequest) => outcomes.ofPad(pad, readerOf(request)),
    select: selectOutcomes,
    listOf,
  }
}

/** Some of the outcomes that may be read, with the pads that they are from, and at most so many of the addresses that pads share. */
function listOf(readable: Readable, chosen: readonly Outcome[], mostLinks = 1_000): OutcomeList {
  const used = new Set(chosen.map(({ pad }) => pad))
  return {
    pads: readable.pads.filter(({ name }) => used.has(name)).map(padOf),
    outcomes: [...chosen],
    sharedLinks: sharedLinks(readable).slice(0, mostLinks),
  }
}

function padOf({ name, title, start, end, room, track, role, isFrozen }: ReadablePad): OutcomePad {
  const mayTick = role === 'editor' && !isFrozen
  return { name, title, start: instantOf(start), end: instantOf(end), room, track, mayTick }
}

const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
