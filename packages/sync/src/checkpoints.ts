import type { ChangeQueue } from './change-queue.ts'
import type { CommittedText } from './committed-text.ts'
import { LIMITS } from './limits.ts'
import type { PadAuthors } from './pad-authors.ts'
import type { PadDocument } from './pad-document.ts'
import type { Frame, SyncParts } from './ports.ts'

/** What a checkpoint is made of. */
export type CheckpointParts = {
  pad: string
  epoch: number
  queue: ChangeQueue
  text: CommittedText<Frame>
  authors: PadAuthors
  document: PadDocument
  store: SyncParts['store']
  events: SyncParts['events']
}

/** The merged states of a pad that are kept now and then, so that opening it costs the text and not its history. */
export class Checkpoints {
  readonly #parts: CheckpointParts
  /** The revision of the newest one. */
  #kept: number
  #due: { state: Uint8Array; authorship: Promise<Uint8Array | undefined>; upTo: number } | undefined

  constructor(parts: CheckpointParts, kept: number) {
    this.#parts = parts
    this.#kept = kept
  }

  /** Revisions were stored. Every so many the whole state is encoded; it is kept once all that is in it is stored. */
  keepIfDue(): void {
    const { queue, text, authors, document, store, events, pad, epoch } = this.#parts
    if (!this.#due && queue.head - this.#kept >= LIMITS.checkpointRevisions) {
      const upTo = queue.applied
      this.#due = { state: document.encode(), authorship: authors.encodedAt(upTo), upTo }
      text.renew(this.#due.state, upTo)
    }
    const due = this.#due
    if (!due || due.upTo > queue.committed) return
    this.#due = undefined
    const revision = queue.revisionOf(due.upTo)
    this.#kept = revision
    due.authorship
      .then((authorship) => store.saveCheckpoint(pad, { epoch, revision, state: due.state, authorship }))
      .catch((error: unknown) => events.failed('keeping a checkpoint', error))
  }

  /** Keeps everything, for a pad that is about to leave memory; resolves when it is stored. */
  async keepAll(): Promise<void> {
    const { queue, authors, store, pad, epoch } = this.#parts
    if (this.#kept === queue.head && !authors.isMade) return
    const asOf = authors.encodedAt(queue.applied)
    const [{ revision, state }, authorship] = await Promise.all([this.settled(), asOf])
    await store.saveCheckpoint(pad, { epoch, revision, state, authorship })
    this.#kept = revision
  }

  /** The document as it is now, once it is stored. */
  async settled(): Promise<{ revision: number; state: Uint8Array }> {
    const { queue, text, document } = this.#parts
    const state = document.encode()
    text.renew(state, queue.applied)
    return { revision: await queue.whenStored(), state }
  }
}
