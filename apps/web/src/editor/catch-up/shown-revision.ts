/** Up to which revision this page shows the text, as far as the server has said; 0 until then. */
export class ShownRevision {
  #revision = 0
  readonly #listeners = new Set<() => void>()

  get number(): number {
    return this.#revision
  }

  /** The server has said it, perhaps once more. */
  is(revision: number): void {
    this.#revision = Math.max(this.#revision, revision)
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
