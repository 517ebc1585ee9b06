import { type Credit, type CreditMap, indexAfter, leaveFormats, sameCredit } from '@forumpad/api'
import { type BlockId, ROOT, type TracedBlock, traceBlocks, type WordsOrigin } from '@forumpad/pad-schema'
import { Authorship, type ClientOwner, type LogRow, replay } from '@forumpad/sync'
import * as Y from 'yjs'
import type { CreditedWords, PastBlock } from './revision.ts'

/** Bytes that say how long the state is; behind it come the authors. */
const LENGTH = 4

/** Whose the words were that were redacted, where the log no longer tells. */
type KeptCredits = Pick<CreditMap, 'slice'> | undefined

/** A pad at a revision: its document and its authors. It goes forward through the log, row by row, and never back. */
export class PastPad {
  readonly #doc: Y.Doc
  readonly #authorship: Authorship
  #revision: number
  /** What was read before and has not changed since, by the type that it was read from. */
  readonly #read = new WeakMap<object, readonly PastBlock[]>()

  private constructor(revision: number, doc: Y.Doc, authorship: Authorship) {
    this.#revision = revision
    this.#doc = doc
    this.#authorship = authorship
    doc.on('afterTransaction', ({ changedParentTypes }) => {
      for (const type of changedParentTypes.keys()) this.#read.delete(type)
    })
  }

  /** Before the first revision. */
  static empty(kept?: KeptCredits): PastPad {
    return new PastPad(0, leaveFormats(new Y.Doc()), new Authorship(kept))
  }

  /** From a checkpoint of the live pad; undefined if it does not say who wrote it in a way that can be read. */
  static of(
    revision: number,
    state: Uint8Array,
    authorship: Uint8Array | undefined,
    kept?: KeptCredits,
  ): PastPad | undefined {
    const authors = authorship && Authorship.decode(authorship, kept)
    if (!authors) return undefined
    const doc = leaveFormats(new Y.Doc())
    Y.applyUpdate(doc, state)
    return new PastPad(revision, doc, authors)
  }

  /** From a keyframe; undefined if the bytes are damaged or those of another version: then the log tells. */
  static decode(revision: number, bytes: Uint8Array, kept?: KeptCredits): PastPad | undefined {
    try {
      const end = LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
      return PastPad.of(revision, bytes.subarray(LENGTH, end), bytes.subarray(end), kept)
    } catch {
      return undefined
    }
  }

  get revision(): number {
    return this.#revision
  }

  /** Takes the next rows of the log. */
  advance(rows: readonly LogRow[], ownerOf: (client: number) => ClientOwner | undefined): void {
    const next = rows[0]?.revision ?? this.#revision + 1
    if (next !== this.#revision + 1) throw new Error(`Revision ${next} cannot follow revision ${this.#revision}.`)
    replay(this.#doc, this.#authorship, rows, ownerOf)
    this.#revision += rows.length
  }

  /** The text. A block that has not changed since it was read last is the same object. */
  blocks(): readonly PastBlock[] {
    return traceBlocks(this.#doc.getXmlFragment(ROOT), this.#pastBlock, this.#read)
  }

  encode(): Uint8Array {
    const state = Y.encodeStateAsUpdate(this.#doc)
    const authorship = this.#authorship.encode()
    const bytes = new Uint8Array(LENGTH + state.length + authorship.length)
    new DataView(bytes.buffer).setUint32(0, state.length, true)
    bytes.set(state, LENGTH)
    bytes.set(authorship, LENGTH + state.length)
    return bytes
  }

  /** Frees its memory. */
  close(): void {
    this.#doc.destroy()
  }

  #lastOf(items: readonly BlockId[]): string | undefined {
    const credits = items.flatMap(({ client, clock }) => this.#authorship.credits.at(client, clock) ?? [])
    return credits.reduce<Credit | undefined>(
      (last, credit) => (last && last.at > credit.at ? last : credit),
      undefined,
    )?.author
  }

  #pastBlock = ({ id, block, words, shape }: TracedBlock): PastBlock => ({
    id,
    block,
    origins: words,
    shapedBy: this.#lastOf(shape),
    credits: words.map((line) => creditedWords(line, this.#authorship.credits)),
  })
}

/** Whose the words of a line are. Nothing is copied on the way: a long text has ten thousand such stretches. */
function creditedWords(line: readonly WordsOrigin[], credits: Pick<CreditMap, 'of'>): CreditedWords[] {
  const all: CreditedWords[] = []
  for (const { at, length, client, clock } of line) {
    const ranges = credits.of(client)
    for (let i = indexAfter(ranges, clock); i < ranges.length; i++) {
      const range = ranges[i]
      if (!range || range.from >= clock + length) break
      const from = at + Math.max(range.from, clock) - clock
      const to = at + Math.min(range.to, clock + length) - clock
      const last = all.at(-1)
      if (last?.to === from && sameCredit(last, range)) last.to = to
      else all.push({ ...range, from, to })
    }
  }
  return all
}
