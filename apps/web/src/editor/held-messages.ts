/** So long at most others are not heard: whoever leaves a word half composed must not go blind. */
const LONGEST_MS = 10_000
/** The editor reads a composed word from the page shortly after the browser says that it is chosen. */
const AFTER_MS = 100
/** What takes no longer to apply leaves the page all the time it needs for keys. */
const LITTLE_MS = 8
/** So much longer than it took the page is left alone afterwards: drawing takes a few times what applying does. */
const RESTS = 6
const LONGEST_REST_MS = 400

/**
 * What others write waits
 * - while a word is composed (a phone's keyboard, Japanese, an accent in two keys): were its line drawn anew, the browser would begin the word again,
 *   and its letters would be there twice;
 * - in a long pad, for a moment after what came before it: each change draws the pad anew, and where fifty write nobody could type.
 * What waits is applied at once then: the text as one change, and then the rest (cursors, authors) in the order in which it came.
 */
export class HeldMessages {
  readonly #together: (apply: () => void) => void
  readonly #now: () => number
  #texts: (() => void)[] = []
  #others: (() => void)[] = []
  #isHolding = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  /**
   * @param together applies several texts as one change
   * @param now in milliseconds
   */
  constructor(together: (apply: () => void) => void, now = () => performance.now()) {
    this.#together = together
    this.#now = now
  }

  /** A word is begun. */
  hold(): void {
    clearTimeout(this.#timer)
    this.#isHolding = true
    this.#timer = setTimeout(() => this.release(), LONGEST_MS)
  }

  /** The word is chosen or given up. */
  letGo(): void {
    if (!this.#isHolding) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.release(), AFTER_MS)
  }

  /** Applies a text at once, or when its time has come. */
  takeText(apply: () => void): void {
    this.#texts.push(apply)
    this.#applyUnlessWaiting()
  }

  /** Applies what is about the text, after all text that came before it. */
  take(apply: () => void): void {
    this.#others.push(apply)
    this.#applyUnlessWaiting()
  }

  release(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#rest)
    this.#rest = undefined
    this.#isHolding = false
    this.#apply()
  }

  #applyUnlessWaiting(): void {
    if (!this.#isHolding && this.#rest === undefined) this.#apply()
  }

  #apply(): void {
    const begun = this.#now()
    const texts = this.#texts.splice(0)
    const others = this.#others.splice(0)
    if (texts.length > 0)
      this.#together(() => {
        for (const apply of texts) apply()
      })
    for (const apply of others) apply()
    this.#leaveAlone(this.#now() - begun)
  }

  #leaveAlone(took: number): void {
    if (took <= LITTLE_MS) return
    const over = () => {
      this.#rest = undefined
      this.#applyUnlessWaiting()
    }
    this.#rest = setTimeout(over, Math.min(LONGEST_REST_MS, took * RESTS))
  }
}
