/** Lets what is done to one thing be done one after the other: two who restore at once would both bring the same lines back. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>()

  do<Result>(thing: string, work: () => Promise<Result>): Promise<Result> {
    const result = (this.#last.get(thing) ?? Promise.resolve()).then(work)
    const done = result
      // Whoever asked hears of a failure; whoever comes next need not.
      .catch(() => {})
      .then(() => {
        if (this.#last.get(thing) === done) this.#last.delete(thing)
      })
    this.#last.set(thing, done)
    return result
  }
}
