const LEAD = 0xee
const COUNT = 4096

/**
 * Each character that is typed is a mark: one of 4,096 private-use characters, which no other part of a message looks like.
 * So a reader can tell from the bytes alone which character came, and how long ago it was typed.
 */
export class Marks {
  #typedAt = new Float64Array(COUNT)
  #next = 0
  /** Marks typed before this one are not counted. */
  #from = Number.POSITIVE_INFINITY
  #until = Number.POSITIVE_INFINITY
  typed = 0

  /** The next character to type. */
  next() {
    const number = this.#next % COUNT
    this.#next += 1
    const now = performance.now()
    this.#typedAt[number] = now
    if (now >= this.#from && now < this.#until) this.typed += 1
    return String.fromCharCode(0xe000 + number)
  }

  count(from, until) {
    this.#from = from
    this.#until = until
  }

  /** Calls back with the age in milliseconds of each counted mark in a message. */
  eachIn(bytes, tell) {
    let at = bytes.indexOf(LEAD)
    if (at < 0) return
    const now = performance.now()
    for (; at >= 0; at = bytes.indexOf(LEAD, at + 1)) {
      const [second, third] = [bytes[at + 1], bytes[at + 2]]
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) continue
      const typedAt = this.#typedAt[((second & 0x3f) << 6) | (third & 0x3f)]
      if (typedAt >= this.#from && typedAt < this.#until) tell(now - typedAt)
    }
  }
}

/** A client id whose bytes hold nothing that looks like a mark. */
export function markFreeClientId() {
  for (;;) {
    const id = Math.floor(Math.random() * 2 ** 32)
    let rest = id
    let clean = true
    for (; rest > 127; rest = Math.floor(rest / 128)) if (((rest % 128) | 0x80) === LEAD) clean = false
    if (clean) return id
  }
}
