import { type Image, insertBlock } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Remembers the line at which images are wanted, while they are on their way and everybody goes on writing. What it gives puts an
 * image below that line, the next one below the former; where the line is gone, at the caret. The caret goes along only if it still waits there.
 */
export function placeForImages(editor: Editor): (image: Image) => boolean {
  const begun = indexOfBlock(editor.state.selection)
  const words = wordsOf(editor.state.doc.maybeChild(begun))
  let block = blocksOf(editor)[begun]

  return ({ type, ...attributes }) => {
    if (!editor.isEditable) return false
    const { tr, selection } = editor.state
    const index = blocksOf(editor).indexOf(block)
    const line = tr.doc.maybeChild(index)
    const waits = index < 0 || (indexOfBlock(selection) === index && wordsOf(line) === words)
    const end = line && Selection.findFrom(tr.doc.resolve(endOf(tr.doc, index)), -1)
    if (end && !waits) tr.setSelection(end)
    if (!insertBlock(tr, editor.schema.node(type, attributes))) return false
    const image = indexOfInserted(tr)
    if (!waits) tr.setSelection(selection.map(tr.doc, tr.mapping))
    editor.view.dispatch(waits ? tr.scrollIntoView() : tr)
    block = blocksOf(editor)[image]
    return true
  }
}

/** The blocks of the text as Yjs knows them: they stay the same ones whatever is written before or in them. */
const blocksOf = ({ state }: Editor): unknown[] => ySyncPluginKey.getState(state)?.type.toArray() ?? []

const indexOfBlock = (selection: Selection): number =>
  (selection instanceof NodeSelection ? selection.$from : selection.$to).index(0)

function indexOfInserted({ mapping, doc }: Transaction): number {
  let at = 0
  mapping.maps[0]?.forEach((_from, _to, start) => {
    at = start
  })
  return doc.resolve(at).index(0)
}

const wordsOf = (block: Node | null): string | undefined => block?.textContent

function endOf(doc: Node, index: number): number {
  let end = 0
  for (let at = 0; at <= index; at++) end += doc.child(at).nodeSize
  return end
}
