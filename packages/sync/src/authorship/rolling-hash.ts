/** Odd, and large enough that neighbouring code units change all bits. */
const BASE = 0x01000193

/**
 * A number for each stretch of `length` code units of a text, made from the one before it in two steps (Karp and Rabin 1987). Equal
 * stretches have equal numbers; different ones nearly always different ones, so that equality must still be looked at.
 */
export class RollingHash {
  readonly length: number
  readonly #leaving: number

  constructor(length: number) {
    this.length = length
    let leaving = 1
    for (let i = 0; i < length; i++) leaving = Math.imul(leaving, BASE)
    this.#leaving = leaving
  }

  at(text: string, at: number): number {
    let hash = 0
    for (let i = at; i < at + this.length; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0
    return hash
  }

  /** For `at + 1`, given the one for `at`. */
  next(hash: number, text: string, at: number): number {
    const entered = Math.imul(hash, BASE) + text.charCodeAt(at + this.length)
    return (entered - Math.imul(this.#leaving, text.charCodeAt(at))) | 0
  }
}
