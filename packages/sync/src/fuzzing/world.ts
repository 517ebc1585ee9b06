import * as Y from 'yjs'
import type { Id } from './forge-update.ts'

/** What whoever forges an update can know of a pad: who wrote in it, how far they came, and what may be built on. */
export type World = {
  clients: readonly number[]
  clockOf(client: number): number
  /** Items that hold a type, which others may be put in. */
  types: readonly Id[]
  /** Where items begin, and places in the middle of long ones. */
  places: readonly Id[]
}

/** @param own the client id that the forger writes under */
export function worldOf(doc: Y.Doc, own: number): World {
  const types: Id[] = []
  const places: Id[] = []
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs.slice(-60)) {
      const { client, clock } = struct.id
      places.push({ client, clock })
      if (struct.length > 1) places.push({ client, clock: clock + (struct.length >> 1) })
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) types.push({ client, clock })
    }
  }
  const others = [...doc.store.clients.keys()].filter((client) => client !== own)
  return { clients: [own, ...others.slice(-6)], clockOf: (client) => Y.getState(doc.store, client), types, places }
}
