import type { ChangeQueue } from './change-queue.ts'
import type { ClientClaims } from './client-claims.ts'
import type { CommittedText } from './committed-text.ts'
import type { PadAuthors } from './pad-authors.ts'
import type { AppliedChange, PadDocument } from './pad-document.ts'
import type { Peer } from './peer.ts'
import type { Frame } from './ports.ts'
import type { Presence } from './presence.ts'
import type { Writer } from './server-hand.ts'

/** A live pad, as what comes in and what goes out see it. */
export interface OpenPad {
  readonly name: string
  readonly frozenAt: number | null
  readonly peers: ReadonlySet<Peer>
  readonly presence: Presence
  readonly claims: ClientClaims
  readonly queue: ChangeQueue
  readonly text: CommittedText<Frame>
  readonly document: PadDocument
  readonly authors: PadAuthors
  /** Puts applied changes in the queue: those of their writer, and as the server's own what was mended. */
  take(changes: readonly AppliedChange[], writer: Writer): void
  /** Ends a connection for what it did; an `error` goes to the operator's log, in case the fault is ours. */
  expel(peer: Peer, code: number, reason: string, error?: unknown): void
  /** Writes the template, unless something is written already. */
  seeded(): Promise<void>
  /** Somebody came, went, moved their cursor or took another name. */
  presenceChanged(): void
}
