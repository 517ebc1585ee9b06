import type { AnyFace, GivenFace, KnownFace } from './face.ts'

/** Which session of the feed is which known one; each belongs to at most one pair. */
export class Pairing {
  readonly #knownOf = new Map<GivenFace, KnownFace>()
  readonly #taken = new Set<KnownFace>()
  readonly #apart = new Set<AnyFace>()

  /** False, and nothing done, if one of them is taken or set apart. */
  pair(known: KnownFace, given: GivenFace): boolean {
    if (!this.isFree(known) || !this.isFree(given)) return false
    this.#knownOf.set(given, known)
    this.#taken.add(known)
    return true
  }

  /** Takes it out of all further passes: a person decides, or has decided, what it is. */
  setApart(face: AnyFace): void {
    this.#apart.add(face)
  }

  isFree(face: AnyFace): boolean {
    if (this.#apart.has(face)) return false
    return 'known' in face ? !this.#taken.has(face) : !this.#knownOf.has(face)
  }

  /** Of these, the ones that no pass has dealt with yet. */
  free<Each extends AnyFace>(faces: readonly Each[]): Each[] {
    return faces.filter((face) => this.isFree(face))
  }

  pairs(): readonly (readonly [KnownFace, GivenFace])[] {
    return [...this.#knownOf].map(([given, known]) => [known, given] as const)
  }
}
