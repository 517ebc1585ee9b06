import type { ClientOwner } from './ports.ts'

/** A client id and who it belongs to from now on. */
export type Claim = { client: number; owner: ClientOwner }

/**
 * Who each Yjs client id of a pad belongs to. An id is claimed once and for ever; a connection speaks for one id. What it
 * brings along under other ids is taken if they are the same person's (offline work of an earlier visit), or nobody's so far, with a note
 * that the author is unverified; never under the id of another person, here or away.
 */
export class ClientClaims {
  readonly #owners: Map<number, ClientOwner>
  /** The person whose open connection speaks for an id. */
  readonly #live = new Map<number, string>()
  /** Who spoke for an id, also if the connection is gone: what they typed meanwhile comes under it, and nobody may be there first. */
  readonly #spoken = new Map<number, string>()

  constructor(owners: ReadonlyMap<number, ClientOwner>) {
    this.#owners = new Map(owners)
  }

  /** Whether a connection of `person` may speak for `client`. */
  mayClaim(client: number, person: string): boolean {
    return (this.#holder(client) ?? person) === person
  }

  /** A connection speaks for `client` from now on. The claim is written down with the first words. */
  claim(client: number, person: string): void {
    this.#live.set(client, person)
    this.#spoken.set(client, person)
  }

  release(client: number): void {
    this.#live.delete(client)
  }

  isKnown(client: number): boolean {
    return this.#owners.has(client)
  }

  owner(client: number): ClientOwner | undefined {
    return this.#owners.get(client)
  }

  /**
   * Decides about an update with new words of `writers`, sent by `person` whose connection speaks for `own`.
   *
   * @returns what to write down with the update, or the id that the person has no right to
   */
  judge(writers: readonly number[], person: string, own: number | undefined): { fresh: Claim[] } | { forged: number } {
    const fresh: Claim[] = []
    for (const client of writers) {
      // Whatever others wrote was stored before anybody else saw it, so that an honest client never brings new words of theirs.
      if (client !== own && (this.#holder(client) ?? person) !== person) return { forged: client }
      if (!this.#owners.has(client)) fresh.push({ client, owner: { person, verified: client === own } })
    }
    return { fresh }
  }

  /** The claims are being stored. */
  note(fresh: readonly Claim[]): void {
    for (const { client, owner } of fresh) this.#owners.set(client, owner)
  }

  #holder(client: number): string | undefined {
    return this.#live.get(client) ?? this.#owners.get(client)?.person ?? this.#spoken.get(client)
  }
}
