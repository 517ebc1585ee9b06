import * as Y from 'yjs'
import type { KnownAuthors } from './known-authors.ts'
import { append, type Passage } from './passages.ts'

/** Whether an element with this name has no inside for the editor: a break, a rule. */
export type IsLeaf = (name: string) => boolean

/** Items of a line that stand together, at `at` characters from its start. */
type Items = { client: number; clock: number; length: number; at: number }

/** Who wrote what in a line, from the ids of its items; `size` is how long it is in the editor's count. */
export function readLine(
  line: Y.XmlElement,
  known: KnownAuthors,
  isLeaf: IsLeaf,
): { passages: Passage[]; size: number } {
  const passages: Passage[] = []
  const size = walk(line, isLeaf, (items) => {
    let from = items.at
    for (const { length, credit } of known.of(items.client, items.clock, items.length)) {
      append(passages, { from, to: from + length, credit })
      from += length
    }
  })
  return { passages, size }
}

/** The items of a line that this page wrote and the server has not spoken of yet. */
export function unsaidItems(line: Y.XmlElement, known: KnownAuthors, isLeaf: IsLeaf): Items[] {
  const unsaid: Items[] = []
  walk(line, isLeaf, (items) => {
    if (known.isUnsaid(items.client, items.clock, items.length)) unsaid.push(items)
  })
  return unsaid
}

/** Calls back with all that can be seen in a line, in order. Answers its size. */
function walk(line: Y.XmlElement, isLeaf: IsLeaf, see: (items: Items) => void): number {
  if (!isLeaf(line.nodeName)) return inside(line, 0, isLeaf, see)
  if (line._item) see({ ...line._item.id, length: 1, at: 0 })
  return 1
}

function inside(type: Y.XmlElement | Y.XmlText, from: number, isLeaf: IsLeaf, see: (items: Items) => void): number {
  let at = from
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    const { content, id, length } = item
    if (content instanceof Y.ContentString) {
      see({ ...id, length, at })
      at += length
    } else if (content instanceof Y.ContentType) {
      if (content.type instanceof Y.XmlText) at = inside(content.type, at, isLeaf, see)
      else if (content.type instanceof Y.XmlElement) {
        if (isLeaf(content.type.nodeName)) {
          see({ ...id, length: 1, at })
          at += 1
        } else at = inside(content.type, at + 1, isLeaf, see) + 1
      }
    }
  }
  return at
}
