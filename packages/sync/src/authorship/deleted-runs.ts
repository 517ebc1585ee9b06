import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Run, Span } from './trace.ts'

/** Characters that somebody deleted a while ago. Who wrote them is known by their ids. */
export type DeletedRun = Run & { by: string }

const MOST_RUNS = 200
/** In UTF-16 units: 64 kB. */
const MOST_TEXT = 32_768

/** The last things that were deleted from a pad, so that what comes back by undo or paste keeps its authors. Bounded. */
export class DeletedRuns {
  /** Newest last. */
  #runs: DeletedRun[] = []
  #length = 0

  add(run: Run, by: string): void {
    const last = this.#runs.at(-1)
    // Whoever holds backspace deletes one text, not twenty.
    const joined = last?.by === by ? joinedRun(last, run) : undefined
    if (joined) this.#drop(this.#runs.length - 1)
    const kept = firstOf(joined ?? run, MOST_TEXT)
    this.#runs.push({ ...kept, by })
    this.#length += kept.text.length
    while (this.#runs.length > MOST_RUNS || this.#length > MOST_TEXT) this.#drop(0)
  }

  /** What `person` deleted and then what others did, newest first. */
  for(person: string): DeletedRun[] {
    const newestFirst = this.#runs.toReversed()
    return [...newestFirst.filter(({ by }) => by === person), ...newestFirst.filter(({ by }) => by !== person)]
  }

  encode(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#runs.length)
    for (const { by, text, pieces } of this.#runs) {
      encoding.writeVarString(encoder, by)
      // Not as UTF-8, which has no halves of characters: a deletion may begin in the middle of one.
      encoding.writeVarUint(encoder, text.length)
      for (let i = 0; i < text.length; i++) encoding.writeVarUint(encoder, text.charCodeAt(i))
      encoding.writeVarUint(encoder, pieces.length)
      for (const { client, clock, length } of pieces) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  }

  static decode(decoder: decoding.Decoder): DeletedRuns {
    const runs = new DeletedRuns()
    const number = () => decoding.readVarUint(decoder)
    const list = <T>(read: () => T): T[] => Array.from({ length: number() }, read)
    for (let left = number(); left > 0; left--) {
      const by = decoding.readVarString(decoder)
      const text = textOf(list(number))
      const pieces = list(() => ({ client: number(), clock: number(), length: number() }))
      runs.#runs.push({ by, text, pieces })
      runs.#length += text.length
    }
    return runs
  }

  #drop(index: number): void {
    const [dropped] = this.#runs.splice(index, 1)
    this.#length -= dropped?.text.length ?? 0
  }
}

/** Not all at once: arguments are few. */
function textOf(units: readonly number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += 1_000) text += String.fromCharCode(...units.slice(at, at + 1_000))
  return text
}

/** The two as one, if the ids of one follow those of the other. */
function joinedRun(a: Run, b: Run): Run | undefined {
  if (follows(b.pieces[0], a.pieces.at(-1))) return concatenated(a, b)
  if (follows(a.pieces[0], b.pieces.at(-1))) return concatenated(b, a)
}

const follows = (right: Span | undefined, left: Span | undefined): boolean =>
  right !== undefined && left?.client === right.client && left.clock + left.length === right.clock

function concatenated(left: Run, right: Run): Run {
  const last = left.pieces.at(-1)
  const [first, ...others] = right.pieces
  if (!last || !first) return left
  const middle = { client: last.client, clock: last.clock, length: last.length + first.length }
  return { text: left.text + right.text, pieces: [...left.pieces.slice(0, -1), middle, ...others] }
}

function firstOf(run: Run, most: number): Run {
  if (run.text.length <= most) return run
  const pieces: Span[] = []
  let left = most
  for (const { client, clock, length } of run.pieces) {
    if (left === 0) break
    pieces.push({ client, clock, length: Math.min(length, left) })
    left -= Math.min(length, left)
  }
  return { text: run.text.slice(0, most), pieces }
}
