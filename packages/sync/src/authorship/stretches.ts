import type { Board } from './board.ts'
import type { Work } from './work.ts'

/** `length` characters that stand at `at` in what was inserted, and at `from` in what was deleted. */
export type Match = { target: Board; at: number; source: Board; from: number; length: number }

/** How many free characters are the same from here on. */
export function commonLength(a: Board, atA: number, b: Board, atB: number, work: Work): number {
  const most = Math.min(a.text.length - atA, b.text.length - atB)
  let length = 0
  while (
    length < most &&
    a.text.charCodeAt(atA + length) === b.text.charCodeAt(atB + length) &&
    a.isFree(atA + length) &&
    b.isFree(atB + length)
  ) {
    length += 1
  }
  work.done += length + 1
  return length
}

/** How many free characters are the same right before here. */
export function commonLengthBefore(a: Board, atA: number, b: Board, atB: number, work: Work): number {
  const most = Math.min(atA, atB)
  let length = 0
  while (
    length < most &&
    a.text.charCodeAt(atA - 1 - length) === b.text.charCodeAt(atB - 1 - length) &&
    a.isFree(atA - 1 - length) &&
    b.isFree(atB - 1 - length)
  ) {
    length += 1
  }
  work.done += length + 1
  return length
}

/** Without the half at either end of a character outside the BMP whose other half is not the same. */
export function withoutHalves(match: Match): Match {
  const { target, at, source, from, length } = match
  const cutFront = isLow(target.text.charCodeAt(at)) ? 1 : 0
  const cutBack = isHigh(target.text.charCodeAt(at + length - 1)) ? 1 : 0
  return { target, at: at + cutFront, source, from: from + cutFront, length: length - cutFront - cutBack }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
