import type { Inline } from '../document.ts'
import { sameMarks } from '../marks.ts'
import { commonOrder } from './common-order.ts'
import type { Piece, Share } from './difference.ts'
import type { Effort } from './effort.ts'
import { type FlatWords, flatWords, SharesReader, WordsReader } from './flat-words.ts'
import { tokensOf } from './tokens.ts'

/** One version of a line's words; the shares of the older say who took them away, of the newer who wrote them. */
export type Version = { content: readonly Inline[]; shares: readonly Share[] | undefined }

/** Where less than this part of the longer version stays, it is another text, and reads better as one. */
const LEAST_KEPT = 0.2

/** The two versions of a line in one: what stayed, word by word, what came and what went. */
export function wordPieces(before: Version, after: Version, effort: Effort): Piece[] {
  const [old, young] = [flatWords(before.content), flatWords(after.content)]
  const writer = new PieceWriter(before, after, old, young)
  for (const { is, length } of stretches(old, young, effort)) writer.write(is, length)
  return writer.pieces
}

type Stretch = { is: Piece['is']; length: number }

function stretches(old: FlatWords, young: FlatWords, effort: Effort): Stretch[] {
  const front = commonFront(old.text, young.text)
  const back = commonBack(old.text, young.text, front)
  const [was, is] = [inner(old.text, front, back), inner(young.text, front, back)]
  effort.spend((was.length + is.length) >>> 4)
  const found = tokenStretches(tokensOf(was), tokensOf(is), effort)
  const all: Stretch[] = [{ is: 'kept', length: front }, ...found, { is: 'kept', length: back }]
  return isAnotherText(all, old, young) ? wholly(old, young) : all.filter(({ length }) => length > 0)
}

function wholly(old: FlatWords, young: FlatWords): Stretch[] {
  const whole: Stretch[] = [
    { is: 'removed', length: old.text.length },
    { is: 'added', length: young.text.length },
  ]
  return whole.filter(({ length }) => length > 0)
}

/** Counted without spaces: those are the same in all texts. */
function isAnotherText(all: readonly Stretch[], old: FlatWords, young: FlatWords): boolean {
  let [kept, at] = [0, 0]
  for (const { is, length } of all) {
    if (is === 'kept') kept += lettersIn(old.text.slice(at, at + length))
    if (is !== 'added') at += length
  }
  return kept < LEAST_KEPT * Math.min(lettersIn(old.text), lettersIn(young.text))
}

const lettersIn = (text: string): number => text.length - (text.match(/\s/g)?.length ?? 0)

const WORD = /[\p{L}\p{N}\p{M}_\p{Surrogate}]/u

/** How many characters are the same from the beginning, whole words only. */
function commonFront(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let same = 0
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1
  if (same === a.length && same === b.length) return same
  const least = Math.max(0, same - 200)
  while (same > least && WORD.test(a[same - 1] ?? '') && (WORD.test(a[same] ?? '') || WORD.test(b[same] ?? '')))
    same -= 1
  return wholeCharacter(a, same)
}

function commonBack(a: string, b: string, front: number): number {
  const most = Math.min(a.length, b.length) - front
  let same = 0
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1
  const isWord = (text: string, at: number) => at >= front && WORD.test(text[at] ?? '')
  const least = Math.max(0, same - 200)
  while (
    same > least &&
    WORD.test(a[a.length - same] ?? '') &&
    (isWord(a, a.length - same - 1) || isWord(b, b.length - same - 1))
  ) {
    same -= 1
  }
  return same > 0 && isLow(a.charCodeAt(a.length - same)) ? same - 1 : same
}

/** A place that does not part the two halves of a character. */
const wholeCharacter = (text: string, at: number): number => (at > 0 && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at)

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

const inner = (text: string, front: number, back: number): string => text.slice(front, text.length - back)

function tokenStretches(old: readonly string[], young: readonly string[], effort: Effort): Stretch[] {
  const numbers = new Map<string, number>()
  const numberOf = (token: string) => numbers.get(token) ?? numbers.set(token, numbers.size).size - 1
  const pairs = commonOrder(old.map(numberOf), young.map(numberOf), effort)
  const found: Stretch[] = []
  const add = (is: Piece['is'], tokens: readonly string[]) => {
    const length = tokens.reduce((sum, token) => sum + token.length, 0)
    const last = found.at(-1)
    if (length === 0) return
    if (last?.is === is) last.length += length
    else found.push({ is, length })
  }
  let [i, j] = [0, 0]
  for (const [place, other] of pairs) {
    add('removed', old.slice(i, place))
    add('added', young.slice(j, other))
    add('kept', old.slice(place, place + 1))
    ;[i, j] = [place + 1, other + 1]
  }
  add('removed', old.slice(i))
  add('added', young.slice(j))
  return found
}

/** Cuts stretches where what they wear, or whose they are, changes. */
class PieceWriter {
  readonly pieces: Piece[] = []
  readonly #old: WordsReader
  readonly #young: WordsReader
  readonly #takers: SharesReader
  readonly #writers: SharesReader

  constructor(before: Version, after: Version, old: FlatWords, young: FlatWords) {
    this.#old = new WordsReader(old)
    this.#young = new WordsReader(young)
    this.#takers = new SharesReader(before.shares)
    this.#writers = new SharesReader(after.shares)
  }

  write(is: Piece['is'], length: number): void {
    for (let left = length; left > 0; ) {
      left -= is === 'kept' ? this.#keep(left) : this.#changed(is, left)
    }
  }

  #keep(most: number): number {
    const [was, now] = [this.#old.next(), this.#young.next()]
    const length = Math.min(most, was.length, now.length)
    this.#old.take(length)
    const inline = this.#young.take(length)
    this.#takers.pass(length)
    this.#writers.pass(length)
    const isSame = was.marks === null || now.marks === null || sameMarks(was.marks, now.marks)
    this.pieces.push({ is: 'kept', inline, ...(isSame || was.marks === null ? {} : { was: was.marks }) })
    return length
  }

  #changed(is: 'added' | 'removed', most: number): number {
    const words = is === 'added' ? this.#young : this.#old
    const shares = is === 'added' ? this.#writers : this.#takers
    const share = shares.next()
    const length = Math.min(most, words.next().length, share.length)
    shares.pass(length)
    this.pieces.push({ is, inline: words.take(length), by: share.by })
    return length
  }
}
