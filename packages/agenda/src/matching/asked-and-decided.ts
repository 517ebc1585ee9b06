import type { AgendaSession } from '../agenda.ts'
import type { KnownSession } from '../known-session.ts'
import type { GivenFace, KnownFace } from './face.ts'
import type { KeyTrust } from './key-trust.ts'
import type { Pairing } from './pairing.ts'

/** What a person has decided: the session of the feed with this key is that known one (its id), or `new`. */
export type Decision = { incoming: string; session: string }

/**
 * Why nobody but a person can tell what a session is: a known session's key came with one session and its title with
 * another; or it is like a known one, but not enough, or like several.
 */
export type DoubtReason = 'key reused' | 'alike'

export type UnclearSession = { session: AgendaSession; candidates: readonly KnownSession[]; reason: DoubtReason }

/** Takes what is decided out of all further passes; a decision that names nothing of the feed is passed over. */
export function applyDecisions(
  decisions: readonly Decision[],
  known: readonly KnownFace[],
  given: readonly GivenFace[],
  pairing: Pairing,
): void {
  const incoming = new Map(given.map((face) => [face.session.key, face]))
  const ids = new Map(known.map((face) => [face.known.id, face]))
  for (const { incoming: key, session } of decisions) {
    const face = incoming.get(key)
    const owner = ids.get(session)
    if (face === undefined) continue
    if (owner) pairing.pair(owner, face)
    else pairing.setApart(face)
  }
}

/** The questions that contradicted keys raise; the sessions in question are taken out of all further passes. */
export function askAboutKeys({ reused }: KeyTrust, pairing: Pairing): UnclearSession[] {
  return reused.flatMap(({ known, givens }) => {
    // Once a person has decided about one of the two, the other is no question any more.
    if (![known, ...givens].every((face) => pairing.isFree(face))) return []
    pairing.setApart(known)
    return givens.map((face): UnclearSession => {
      pairing.setApart(face)
      return { session: face.session, candidates: [known.known], reason: 'key reused' }
    })
  })
}

/** A question stays open until somebody answers it: a feed must not answer it by looking different meanwhile. */
export function askAgain(known: readonly KnownFace[], given: readonly GivenFace[], pairing: Pairing): UnclearSession[] {
  const candidates = new Map<string, KnownFace[]>()
  for (const face of pairing.free(known)) {
    for (const key of face.known.askedAbout) candidates.set(key, [...(candidates.get(key) ?? []), face])
  }
  return pairing.free(given).flatMap((face): UnclearSession[] => {
    const faces = candidates.get(face.session.key)
    if (faces === undefined) return []
    for (const one of [face, ...faces]) pairing.setApart(one)
    return [{ session: face.session, candidates: faces.map(({ known }) => known), reason: 'alike' }]
  })
}
