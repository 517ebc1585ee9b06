import type * as Y from 'yjs'
import { ROOT, SCHEMA_VERSION } from '../schema-version.ts'
import { mendsForBlock, mendsForRoot } from './block-mends.ts'
import { deleteDeep } from './delete-deep.ts'
import { itemsOf, typeIn, type YType } from './items.ts'
import type { Mend } from './line-mends.ts'
import { rescueWords } from './rescue-words.ts'

/** Elements that were found in order and were not touched since: they need no second look when lines come and go around them. */
const inOrder = new WeakSet<YType>()

/**
 * Looks at what a transaction touched and turns whatever the schema does not know (a stock client's heading or list, an
 * unknown mark, a level of 99, a table with short rows) into blocks with the same words and marks, in one transaction with `origin` (in several where something is nested thousands deep). Lines that are in order keep
 * their elements; where all is well there is no transaction. The price is that of the blocks touched, and, when blocks came or went,
 * one glance per block of the pad.
 */
export function mendDocument(doc: Y.Doc, touched: ReadonlySet<Y.AbstractType<unknown>>, origin: unknown): void {
  const root = doc.getXmlFragment(ROOT)
  const mends: Mend[] = mendsForRoot(root)
  for (const item of itemsToCheck(root, touched)) {
    const type = typeIn(item)
    const found = mendsForBlock(root, item)
    if (found.length === 0 && type !== undefined) inOrder.add(type)
    mends.push(...found)
  }
  if (mends.length === 0) return
  for (const { deletes } of mends) if (deletes !== undefined) deleteDeep(doc, deletes, origin)
  doc.transact((transaction) => mends.forEach((mend) => void mend.apply(transaction)), origin)
}

/** `mendDocument` and `rescueWords` in the shape in which the live core asks for it. */
export const schemaCheck = { version: SCHEMA_VERSION, root: ROOT, mend: mendDocument, rescue: rescueWords }

function itemsToCheck(root: Y.XmlFragment, touched: ReadonlySet<YType>): Iterable<Y.Item> {
  const blocks = touchedBlocks(root, touched)
  for (const block of blocks) if (block !== root) inOrder.delete(block)
  if (blocks.has(root)) return unseen(root)
  return [...blocks].flatMap(({ _item: item }) =>
    item === null || item.deleted || item.parentSub !== null ? [] : [item],
  )
}

function* unseen(root: Y.XmlFragment): Generator<Y.Item> {
  for (const item of itemsOf(root)) {
    const type = typeIn(item)
    if (type === undefined || !inOrder.has(type)) yield item
  }
}

/** The blocks that hold the touched types, and the root itself when it was touched. */
function touchedBlocks(root: Y.XmlFragment, touched: ReadonlySet<YType>): Set<YType> {
  const blocks = new Set<YType>()
  const seen = new Set<YType>()
  for (const type of touched) {
    let at: YType | null = type
    while (at !== null && at !== root && at.parent !== root && !seen.has(at)) {
      seen.add(at)
      at = at.parent
    }
    if (at !== null && (at === root || at.parent === root)) blocks.add(at)
  }
  return blocks
}
