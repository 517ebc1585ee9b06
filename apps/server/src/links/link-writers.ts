import { type CreditMap, leaveFormats } from '@forumpad/api'
import { ROOT } from '@forumpad/pad-schema'
import { authorshipOf, type ClientOwner, type PadStore, rebuildAuthorship } from '@forumpad/sync'
import * as Y from 'yjs'

/** For each address in a pad the people behind each place where it stands: who wrote its words, and who made them lead there. */
export type LinkWriters = Map<string, Set<string>[]>

/** Reads from the store alone: the log says who wrote what, whatever the document claims. */
export async function readLinkWriters(store: Pick<PadStore, 'load' | 'readLog'>, pad: string): Promise<LinkWriters> {
  const stored = await store.load(pad)
  if (!stored || stored.head === 0) return new Map()
  const authorship = authorshipOf(stored) ?? (await rebuildAuthorship(store, pad, stored)).authorship
  const doc = leaveFormats(new Y.Doc())
  doc.transact(() => {
    if (stored.checkpoint) Y.applyUpdate(doc, stored.checkpoint.state)
    for (const { bytes } of stored.tail) Y.applyUpdate(doc, bytes)
  })
  const found: LinkWriters = new Map()
  collect(doc.getXmlFragment(ROOT), authorship.credits, stored.clients, found)
  doc.destroy()
  return found
}

type Credits = Pick<CreditMap, 'slice'>
type Clients = ReadonlyMap<number, ClientOwner>

function collect(type: { _start: Y.Item | null }, credits: Credits, clients: Clients, found: LinkWriters): void {
  let place: Set<string> | undefined
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content, id } = item
    if (content instanceof Y.ContentType) collect(content.type, credits, clients, found)
    else if (content instanceof Y.ContentFormat && content.key === 'link') {
      place = placeOf(content.value, found)
      place?.add(clients.get(id.client)?.person ?? UNKNOWN)
    } else if (content instanceof Y.ContentString && place) {
      const written = credits.slice(id.client, id.clock, id.clock + item.length)
      for (const { author } of written) place.add(author)
      if (written.length === 0) place.add(clients.get(id.client)?.person ?? UNKNOWN)
    }
  }
}

/** Whoever that is, nobody knows them. */
const UNKNOWN = ''

function placeOf(value: unknown, found: LinkWriters): Set<string> | undefined {
  const href = typeof value === 'object' && value !== null && 'href' in value ? value.href : undefined
  if (typeof href !== 'string') return undefined
  const places = found.get(href.trim()) ?? []
  const place = new Set<string>()
  found.set(href.trim(), [...places, place])
  return place
}
