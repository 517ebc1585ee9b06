/** How much of two texts stretches cover that they have in common, however these overlap. In UTF-16 units. */
export class Coverage {
  readonly #target = new Set<number>()
  readonly #source = new Set<number>()

  /** `length` units that stand at `at` in the one and at `from` in the other. */
  add(at: number, from: number, length: number): void {
    for (let i = 0; i < length; i++) {
      this.#target.add(at + i)
      this.#source.add(from + i)
    }
  }

  /** Of the one of which less is covered. */
  get size(): number {
    return Math.min(this.#target.size, this.#source.size)
  }
}
