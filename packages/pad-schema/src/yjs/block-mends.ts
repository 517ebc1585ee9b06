import * as Y from 'yjs'
import { isGoodBlock } from './good-block.ts'
import { typeIn } from './items.ts'
import { attributeMends, hiddenMends, type Mend, mendsForLine, replaceBy } from './line-mends.ts'
import { linesFromUnknown } from './lines-from-unknown.ts'
import { mendsForTable } from './table-mends.ts'
import { blockToYjs } from './write-document.ts'

/** What must be done to one child of the root; nothing if it is in order. */
export function mendsForBlock(root: Y.XmlFragment, item: Y.Item): Mend[] {
  const type = typeIn(item)
  if (type instanceof Y.XmlElement) {
    if (type.nodeName === 'paragraph') return mendsForLine(type)
    if ((type.nodeName === 'rule' || type.nodeName === 'image') && isGoodBlock(type)) return attributeMends(type)
    const mends = type.nodeName === 'table' ? mendsForTable(type) : undefined
    if (mends !== undefined) return mends
  }
  return [replaceBy(root, item, linesFromUnknown(item).map(blockToYjs))]
}

/** The root has blocks and nothing else. What somebody keeps there under a name cannot be seen by anybody. */
export function mendsForRoot(root: Y.XmlFragment): Mend[] {
  return hiddenMends(root)
}
