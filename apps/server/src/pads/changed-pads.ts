/** A text is brought so long after its first change since the last time. */
const SETTLE_MS = 1_000
/** A pad that takes long to bring is brought less often, so that it never takes more than this share of the machine. */
const SHARE = 1 / 20

/** The pads whose text has changed, each once, and when each is due. Instants are milliseconds since 1970. */
export class ChangedPads {
  readonly #due = new Map<string, number>()
  /** Until when pads that took long are left alone. */
  readonly #resting = new Map<string, number>()

  changed(pad: string, now: number): void {
    if (this.#due.has(pad)) return
    this.#due.set(pad, Math.max(now + SETTLE_MS, this.#resting.get(pad) ?? 0))
  }

  /** Takes the pad that is due for longest; at the end of a server everything is due. */
  take(now: number): string | undefined {
    let first: string | undefined
    let earliest = now
    for (const [pad, at] of this.#due) {
      if (at > earliest) continue
      first = pad
      earliest = at
    }
    if (first !== undefined) this.#due.delete(first)
    return first
  }

  /** When the next is due. */
  next(): number | undefined {
    let earliest: number | undefined
    for (const at of this.#due.values()) if (earliest === undefined || at < earliest) earliest = at
    return earliest
  }

  /** A pad was brought, which took so long. */
  took(pad: string, ms: number, now: number): void {
    if (ms / SHARE <= SETTLE_MS) this.#resting.delete(pad)
    else this.#resting.set(pad, now + ms / SHARE)
  }
}
