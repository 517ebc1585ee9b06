import { type Block, documentToProseMirrorJson, startOfBlock } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { type Node, Slice } from '@tiptap/pm/model'
import type { LineEdit } from './line-edits.ts'

/**
 * Carries edits of lines into the pad, from the last to the first, each as a change of its own: so every other line keeps its identity, its
 * authors, and what somebody else types into it at that moment.
 */
export function applyEdits(editor: Editor, edits: readonly LineEdit[]): void {
  for (const edit of edits.toReversed()) {
    const pos = startOfBlock(editor.state.doc, edit.at)
    if (edit.is === 'changes') changeBlock(editor, pos, edit.to)
    else if (edit.is === 'comes')
      editor.view.dispatch(
        editor.state.tr.insert(
          pos,
          edit.blocks.map((block) => nodeOf(editor, block)),
        ),
      )
    else removeBlock(editor, pos)
  }
}

function changeBlock(editor: Editor, pos: number, block: Block): void {
  const { doc, tr } = editor.state
  const before = doc.nodeAt(pos)
  const after = nodeOf(editor, block)
  if (before === null) return
  if (!before.isTextblock || !after.isTextblock) {
    editor.view.dispatch(tr.replaceWith(pos, pos + before.nodeSize, after))
    return
  }
  for (const [name, value] of Object.entries(after.attrs))
    if (before.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
  if (tr.docChanged) editor.view.dispatch(tr)
  changeWords(editor, pos, before, after)
}

/** Only what lies between the equal ends is written anew. */
function changeWords(editor: Editor, pos: number, before: Node, after: Node): void {
  const start = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (start === null || ends === null) return
  // In `aa` become `aaa`, the equal ends would overlap.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const put = new Slice(after.content.cut(start, ends.b + overlap), 0, 0)
  editor.view.dispatch(editor.state.tr.replace(pos + 1 + start, pos + 1 + ends.a + overlap, put))
}

function removeBlock(editor: Editor, pos: number): void {
  const { doc, tr, schema } = editor.state
  const node = doc.nodeAt(pos)
  if (node === null) return
  const isOnly = doc.childCount === 1
  editor.view.dispatch(
    isOnly ? tr.replaceWith(pos, pos + node.nodeSize, schema.node('paragraph')) : tr.delete(pos, pos + node.nodeSize),
  )
}

function nodeOf({ state: { schema } }: Editor, block: Block): Node {
  const [json] = documentToProseMirrorJson({ blocks: [block] }).content ?? []
  return schema.nodeFromJSON(json)
}
