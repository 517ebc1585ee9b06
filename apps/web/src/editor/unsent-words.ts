import { ROOT } from '@forumpad/pad-schema'
import * as Y from 'yjs'

/** How far the server is known to have each client's changes: Yjs client id to clock. */
export type KnownToServer = ReadonlyMap<number, number>

/**
 * The lines in which words stand that the server may not have, as plain text for copying.
 *
 * @param mine the Yjs clients whose words count: this page's own, and those found in the copy of an earlier visit
 */
export function unsentWords(doc: Y.Doc, mine: ReadonlySet<number>, known: KnownToServer): string {
  const isUnsent = (item: Y.Item) =>
    !item.deleted &&
    item.content instanceof Y.ContentString &&
    mine.has(item.id.client) &&
    item.id.clock + item.length > (known.get(item.id.client) ?? 0)
  return textsUnder(doc.getXmlFragment(ROOT))
    .filter((text) => itemsOf(text).some(isUnsent))
    .map(plainText)
    .join('\n')
}

function textsUnder(parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsUnder(child) : []
  })
}

function itemsOf(text: Y.XmlText): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = text._start; item !== null; item = item.right) items.push(item)
  return items
}

function plainText(text: Y.XmlText): string {
  return text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\n'))
    .join('')
}
