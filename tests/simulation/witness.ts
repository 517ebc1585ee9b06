import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { tracedIn } from './characters.ts'
import type { ServerProcess } from './server-process.ts'
import type { Surroundings } from './surroundings.ts'

/** Somebody gets text from the server: whatever is in it must be stored by then. */
export function seeText(transaction: Y.Transaction, who: string, { disk, chronicle, broken }: Surroundings): void {
  const { afterState, beforeState, doc } = transaction
  for (const [client, end] of afterState) {
    const from = beforeState.get(client) ?? 0
    if (end <= from) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
      const struct = structs[i]
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      for (const [unit] of tracedIn(struct)) {
        if (disk.characters.has(unit)) continue
        const typed = chronicle.of(unit)
        broken(`${who} sees ${typed?.character ?? unit} of ${typed?.by ?? 'nobody'}, which is not stored`)
      }
    }
  }
}

/**
 * The characters in what somebody got that were dead on arrival: they came into a line that is deleted there. The update is looked at as
 * well as the document, which forgets what comes after the first of them.
 */
export function deadOnArrival({ beforeState, doc }: Y.Transaction, update: Uint8Array): number[] {
  const dead: number[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    const { client } = struct.id
    const known = beforeState.get(client) ?? 0
    for (const [unit, clock] of tracedIn(struct)) {
      if (clock < known || clock >= Y.getState(doc.store, client)) continue
      const there = doc.store.clients.get(client)
      if (there?.[Y.findIndexSS(there, clock)]?.deleted) dead.push(unit)
    }
  }
  return dead
}

/** Somebody hears where the others are: under their own names, at words that are stored. */
export function seeEntries(
  decoder: decoding.Decoder,
  who: string,
  { disk, chronicle, broken, ownerOf }: Surroundings,
): void {
  const body = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  for (let left = decoding.readVarUint(body); left > 0; left--) {
    const client = decoding.readVarUint(body)
    decoding.readVarUint(body)
    const state: unknown = JSON.parse(decoding.readVarString(body))
    if (!isEntry(state)) continue
    const owner = ownerOf(client)
    if (owner !== undefined && (state.user.id !== owner || state.says !== owner)) {
      broken(`${who} sees ${owner} say what ${state.says} said, under the name of ${state.user.id}`)
    }
    if (state.caret !== null && !chronicle.of(state.caret)?.isDeleted && !disk.characters.has(state.caret)) {
      broken(`${who} sees the caret of ${state.says} at a character that is not stored`)
    }
  }
}

type Entry = { says: string; caret: number | null; user: { id: string } }

const isEntry = (state: unknown): state is Entry =>
  typeof state === 'object' && state !== null && 'says' in state && 'caret' in state && 'user' in state

/** What a page has typed and nobody has called saved yet. */
export class Unsaved {
  readonly #who: string
  readonly #around: Surroundings
  readonly #changes = new Map<number, number>()
  readonly #swept = new Set<number>()

  constructor(who: string, around: Surroundings) {
    this.#who = who
    this.#around = around
  }

  units(): number[] {
    return [...this.#changes.keys()]
  }

  /** Characters are in the page's document since its change number `change`. Those of others are not this page's to save. */
  typed(units: readonly number[], change: number): void {
    const { chronicle } = this.#around
    for (const unit of units) if (chronicle.of(unit)?.by === this.#who) this.#changes.set(unit, change)
  }

  /** Others have deleted these around it, or they came into a line that this page had deleted: Yjs forgets them. */
  swept(units: Iterable<number>): void {
    for (const unit of units) this.#swept.add(unit)
  }

  /** What Yjs forgot and is not saved yet. */
  forgotten(): number[] {
    return [...this.#swept]
  }

  /** What it forgot, and what it knew better, is gone: it cannot tell the server any more. */
  forget(): void {
    const { chronicle } = this.#around
    for (const unit of this.#swept) {
      const typed = chronicle.of(unit)
      if (typed) typed.wasSweptAway = true
    }
    this.#swept.clear()
  }

  /** A server that is there has read and applied it. */
  taken(unit: number, server: ServerProcess): void {
    const typed = this.#around.chronicle.of(unit)
    if (typed && !server.isDead) typed.takenBy = server
  }

  /** The page's badge may say that all changes up to this one are saved. */
  calledSaved(upTo: number): void {
    const { chronicle, disk, broken } = this.#around
    for (const [unit, change] of this.#changes) {
      if (change > upTo) continue
      this.#swept.delete(unit)
      this.#changes.delete(unit)
      const typed = chronicle.of(unit)
      if (typed && !typed.isDeleted && !typed.wasSweptAway && !disk.characters.has(unit)) {
        broken(`${typed.character} of ${typed.by} was called saved and is not stored`)
      }
    }
  }
}
