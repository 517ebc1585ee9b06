import * as Y from 'yjs'
import type { UpdateFacts } from './inspect-update.ts'
import { structsIn } from './rescue.ts'

/**
 * Whether the update carries, under ids that the document has, something else than the document has there. Yjs passes over what it
 * has by its ids alone: such words would never arrive, and their page would be told that they had.
 */
export function contradicts(doc: Y.Doc, update: Uint8Array, { carries }: UpdateFacts): boolean {
  const known = [...carries].filter(([client, { from }]) => from < Y.getState(doc.store, client))
  if (known.length === 0) return false
  return Y.decodeUpdate(update).structs.some((struct) => struct instanceof Y.Item && differs(doc, struct))
}

function differs(doc: Y.Doc, carried: Y.Item): boolean {
  const { client, clock } = carried.id
  const end = Math.min(clock + carried.length, Y.getState(doc.store, client))
  if (end <= clock) return false
  return structsIn(doc, client, clock, end).some((struct) => {
    if (!(struct instanceof Y.Item) || isForgotten(struct) || isForgotten(carried)) return false
    const from = Math.max(clock, struct.id.clock)
    const to = Math.min(end, struct.id.clock + struct.length)
    return partOf(carried, from, to) !== partOf(struct, from, to)
  })
}

const isForgotten = ({ content }: Y.Item): boolean => content instanceof Y.ContentDeleted

/** What an item holds at these clocks, to be compared. Halves of characters count as any, because Yjs spoils those that it parts. */
function partOf({ id, content }: Y.Item, from: number, to: number): string {
  if (content instanceof Y.ContentString) {
    return content.str.slice(from - id.clock, to - id.clock).replace(/[\ud800-\udfff]/g, '\ufffd')
  }
  const kind = content.getRef()
  if (content instanceof Y.ContentType) return `${kind} ${nameOf(content.type)}`
  if (content instanceof Y.ContentFormat) return `${kind} ${content.key} ${JSON.stringify(content.value)}`
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return `${kind} ${JSON.stringify(content.arr.slice(from - id.clock, to - id.clock))}`
  return `${kind}`
}

const nameOf = (type: unknown): string => (type instanceof Y.XmlElement ? type.nodeName : '')
