import * as Y from 'yjs'
import { line } from '../line.ts'
import { ROOT } from '../schema-version.ts'
import { blockToYjs } from './write-document.ts'

/** Where words are to be put: beside a character, if that can still be seen, or else in a line of their own after a block. */
type Place = { beside?: { id: Y.ID; side: 'before' | 'after' } | undefined; after?: Y.ID | undefined }

/**
 * Puts words back whose line was deleted.
 *
 * @returns the id of their first character, and that of the line if it had to be made
 */
export function rescueWords(doc: Y.Doc, words: string, { beside, after }: Place): { first: Y.ID; line?: Y.ID } {
  const at = beside && characterAt(doc, beside.id)
  if (!at) return newLine(doc, words, after)
  const first = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  at.text.insert(beside.side === 'after' ? at.index + 1 : at.index, words)
  return { first }
}

/** The text that a character is in, and how many stand before it. */
function characterAt({ store }: Y.Doc, id: Y.ID): { text: Y.XmlText; index: number } | undefined {
  const item = Y.getItem(store, id)
  if (!(item instanceof Y.Item) || item.deleted || !(item.parent instanceof Y.XmlText)) return undefined
  let index = id.clock - item.id.clock
  for (let at = item.left; at; at = at.left) if (!at.deleted && at.countable) index += at.length
  return { text: item.parent, index }
}

function newLine(doc: Y.Doc, words: string, after: Y.ID | undefined): { first: Y.ID; line?: Y.ID } {
  const root = doc.getXmlFragment(ROOT)
  const element = blockToYjs(line('text', words))
  const before = after && Y.getItem(doc.store, after)
  if (before instanceof Y.Item && before.parent === root && before.parentSub === null)
    root.insertAfter(before as never, [element])
  else root.push([element])
  const text = element.get(0)
  const first = text instanceof Y.XmlText ? text._start?.id : undefined
  if (!first) throw new Error('A new line has no words')
  return { first, ...(element._item && { line: element._item.id }) }
}
