import type * as Y from 'yjs'
import { itemsOf, typeIn } from './items.ts'

/** Yjs deletes and forgets what is nested by calling itself; so many levels are safe on any stack. */
const SAFE_LEVELS = 1000

/**
 * Deletes what is nested more than 1,000 levels deep in an item, from the innermost on, in transactions that each reach
 * no deeper than that. To be called before the item itself is deleted; does nothing to what honest programs write.
 */
export function deleteDeep(doc: Y.Doc, item: Y.Item, origin: unknown): void {
  for (const level of itemsAtSafeLevels(item).reverse()) {
    doc.transact((transaction) => level.forEach((nested) => void nested.delete(transaction)), origin)
  }
}

/** The items at each 1,000th level, the outermost first. */
function itemsAtSafeLevels(item: Y.Item): Y.Item[][] {
  const found: Y.Item[][] = []
  let level = [item]
  for (let depth = 1; level.length > 0; depth++) {
    level = level.flatMap(childrenOf)
    if (depth % SAFE_LEVELS === 0 && level.length > 0) found.push(level)
  }
  return found
}

function childrenOf(item: Y.Item): Y.Item[] {
  const type = typeIn(item)
  if (type === undefined) return []
  return [...itemsOf(type), ...[...type._map.values()].filter((value) => !value.deleted)]
}
