import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * Keeps the caret at its character while others write. y-tiptap (3.0.9) knows the place by Yjs ids, and still prefers a guess by offset where
 * the words of the line have changed and no other line has its kind: whoever wrote in the only heading of a pad had their caret stand
 * still while somebody typed before it, and in an empty cell it went to another one, since they look alike. Its guess counts only where the ids lead nowhere, as when the line itself was moved.
 * A caret between the two halves of a character outside the BMP goes behind it: what is typed there would destroy the character.
 */
export function keptCaretPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('keptCaret'),
    appendTransaction(transactions, _before, state) {
      const { selection, doc } = state
      if (!(selection instanceof TextSelection)) return null
      const byOthers = transactions.findLast((transaction) => transaction.getMeta(ySyncPluginKey)?.isChangeOrigin)
      const places = (byOthers && placeByIds(state)) ?? selection
      const [anchor, head] = [afterPair(doc, places.anchor), afterPair(doc, places.head)]
      if (anchor === selection.anchor && head === selection.head) return null
      const appended = state.tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
      // It belongs to the change of the others, which the editor must not write back.
      return byOthers ? appended.setMeta(ySyncPluginKey, byOthers.getMeta(ySyncPluginKey)) : appended
    },
  })
}

/** Must come after Collaboration, as it does at the usual priority. */
export const KeptCaret = Extension.create({
  name: 'keptCaret',
  addProseMirrorPlugins: () => [keptCaretPlugin()],
})

function placeByIds(state: EditorState): { anchor: number; head: number } | undefined {
  const { doc, type, mapping, beforeTransactionSelection } = ySyncPluginKey.getState(state)?.binding ?? {}
  if (beforeTransactionSelection?.type !== 'text') return undefined
  const [anchor, head] = [beforeTransactionSelection.anchor, beforeTransactionSelection.head].map((place) => {
    const at = place && Y.createAbsolutePositionFromRelativePosition(place, doc)?.type
    const isKnown =
      at instanceof Y.XmlText || (at instanceof Y.XmlElement && at.nodeName === 'paragraph' && at.length === 0)
    if (!isKnown || at._item?.deleted) return null
    return relativePositionToAbsolutePosition(doc, type, place, mapping)
  })
  return typeof anchor === 'number' && typeof head === 'number' ? { anchor, head } : undefined
}

function afterPair(doc: Node, place: number): number {
  const { parent, parentOffset } = doc.resolve(place)
  if (!parent.isTextblock || parentOffset === 0 || parentOffset === parent.content.size) return place
  const around = parent.textBetween(parentOffset - 1, parentOffset + 1, '', '-')
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(around) ? place + 1 : place
}
