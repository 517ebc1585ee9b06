/** What may still be spent on finding out what two texts have in common: texts may be huge, and hostile. */
export class Effort {
  #left: number

  constructor(steps: number) {
    this.#left = steps
  }

  get isSpent(): boolean {
    return this.#left <= 0
  }

  get left(): number {
    return Math.max(0, this.#left)
  }

  spend(steps: number): void {
    this.#left -= steps
  }
}
