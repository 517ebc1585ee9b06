import { leaveFormats, SERVER_PERSON } from '@forumpad/api'
import * as Y from 'yjs'
import type { Change } from './change-queue.ts'
import type { Claim, ClientClaims } from './client-claims.ts'
import type { UpdateFacts } from './inspect-update.ts'
import { LIMITS } from './limits.ts'
import type { AppliedChange, PadDocument } from './pad-document.ts'
import type { OwnChanges } from './ports.ts'

/** Whose a change is, apart from what it changes. */
export type Writer = Omit<Change, 'number' | 'update' | 'trace' | 'rescued'>

/**
 * Whose an applied change is: that of whoever sent it; what the server mended or rescued, in its own name. Words that it puts back it writes
 * under a client id that belongs to whoever typed them, so that they stay theirs.
 *
 * @param ownClient the id under which the server mends
 */
export function writerOf(change: AppliedChange, sent: Writer, ownClient: number, claims: ClientClaims): Writer {
  const { rescued, mended } = change
  if (!rescued && !mended) return sent
  const claim: Claim = rescued
    ? { client: rescued.as, owner: claims.owner(rescued.of) ?? { person: sent.person, verified: false } }
    : { client: ownClient, owner: { person: SERVER_PERSON, verified: true } }
  return { person: SERVER_PERSON, claims: claims.isKnown(claim.client) ? [] : [claim], from: undefined, seeds: false }
}

/** What a change of the server's own does. Throws if the document could not bear it. */
export function factsOfOwn(document: Pick<PadDocument, 'inspect'>, update: Uint8Array): UpdateFacts {
  const facts = document.inspect(update)
  if (typeof facts === 'string') throw new Error(facts)
  // Past the limit it was not read to its end.
  if (facts.pieces > LIMITS.updatePieces) throw new Error('A change of the server is too large for its pad')
  return facts
}

/** What somebody does in a copy of the document, as a change of the server's own. */
export function madeOnTwin(state: Uint8Array, person: string, change: (doc: Y.Doc) => void): OwnChanges {
  const twin = leaveFormats(new Y.Doc())
  Y.applyUpdate(twin, state)
  const before = Y.encodeStateVector(twin)
  change(twin)
  const update = Y.encodeStateAsUpdate(twin, before)
  twin.destroy()
  return { updates: [update], claims: [ownClaim(twin.clientID, person)] }
}

export const ownClaim = (client: number, person: string): Claim => ({ client, owner: { person, verified: true } })
