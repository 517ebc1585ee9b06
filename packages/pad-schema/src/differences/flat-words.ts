import type { Inline, Marks } from '../document.ts'
import { appendText } from '../marks.ts'
import type { Share } from './difference.ts'

/** A stretch of a line's words that wears one thing, or a hard break (`marks` is null). */
type Run = { to: number; marks: Marks | null }

/** What stands for a hard break: a character that no text has (`cleanText`). */
const BREAK = '\u0000'

/** A line's words in one string, a hard break being one character, with what they wear. */
export type FlatWords = { text: string; runs: Run[] }

export function flatWords(content: readonly Inline[]): FlatWords {
  let text = ''
  const runs: Run[] = []
  for (const inline of content) {
    text += inline.type === 'text' ? inline.text : BREAK
    runs.push({ to: text.length, marks: inline.type === 'text' ? inline.marks : null })
  }
  return { text, runs }
}

/** Goes through a line's words from left to right and cuts stretches off. */
export class WordsReader {
  readonly #words: FlatWords
  #at = 0
  #run = 0

  constructor(words: FlatWords) {
    this.#words = words
  }

  /** What stands next: what it wears, and how long that goes on. */
  next(): Run & { length: number } {
    let run = this.#words.runs[this.#run]
    while (run && run.to <= this.#at) run = this.#words.runs[++this.#run]
    if (!run) throw new Error('There are no more words in this line')
    return { ...run, length: run.to - this.#at }
  }

  take(length: number): Inline {
    const { marks } = this.next()
    const text = this.#words.text.slice(this.#at, this.#at + length)
    this.#at += length
    return marks === null ? { type: 'hardBreak' } : { type: 'text', text, marks }
  }
}

/** Says whose the next characters are, from left to right. */
export class SharesReader {
  readonly #shares: readonly Share[]
  #at = 0
  #done = 0

  constructor(shares: readonly Share[] | undefined) {
    this.#shares = shares ?? []
  }

  next(): Share {
    let share = this.#shares[this.#at]
    while (share && share.length <= this.#done) {
      share = this.#shares[++this.#at]
      this.#done = 0
    }
    return share
      ? { length: share.length - this.#done, by: share.by }
      : { length: Number.POSITIVE_INFINITY, by: undefined }
  }

  pass(length: number): void {
    for (let left = length; left > 0; ) {
      const step = Math.min(left, this.next().length)
      this.#done += step
      left -= step
    }
  }
}

/** A line's content out of its stretches, those that wear the same as one. */
export function joined(inlines: readonly Inline[]): Inline[] {
  const content: Inline[] = []
  for (const inline of inlines) {
    if (inline.type === 'text') appendText(content, inline.text, inline.marks)
    else content.push(inline)
  }
  return content
}
