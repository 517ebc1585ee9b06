import { SERVER_PERSON } from '@forumpad/api'
import type { Change } from './change-queue.ts'
import type { Claim, ClientClaims } from './client-claims.ts'
import type { AppliedChange } from './pad-document.ts'

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
