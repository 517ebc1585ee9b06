import type { PassageAnchor } from '@forumpad/api'
import { anchorBetween, type Passage, passagesOf, startOfBlock, type TextPlace } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Places in the editor's document, from and to. */
export type Stretch = { from: number; to: number }

/** The passages that anchors stand for, as they are now; null for one that is gone. */
export function passagesIn(editor: Editor, anchors: readonly PassageAnchor[]): (Passage | null)[] {
  const fragment = fragmentOf(editor)
  return fragment ? passagesOf(fragment, anchors) : anchors.map(() => null)
}

/** Where a passage stands in the editor. */
export function stretchesOf(doc: Node, passage: Passage): Stretch[] {
  return passage.parts.flatMap(({ block, stretch }) => {
    const node = doc.maybeChild(block)
    if (!node) return []
    const start = startOfBlock(doc, block)
    const end = start + node.nodeSize - 1
    if (!stretch) return [{ from: start + 1, to: end }]
    return [{ from: Math.min(start + 1 + stretch.from, end), to: Math.min(start + 1 + stretch.to, end) }]
  })
}

/** The anchor of what is selected between two places, or of the whole line where nothing is; null where there are no words. */
export function anchorOf(editor: Editor, { from, to }: Stretch): PassageAnchor | null {
  const fragment = fragmentOf(editor)
  const { doc } = editor.state
  if (!fragment || to > doc.content.size) return null
  const [begin, end] = [placeAt(doc, from), placeAt(doc, to)]
  if (from !== to) return anchorBetween(fragment, begin, end)
  const line = { block: begin.block, offset: undefined }
  return anchorBetween(fragment, line, line)
}

function placeAt(doc: Node, pos: number): TextPlace {
  const $pos = doc.resolve(pos)
  const block = Math.min($pos.index(0), doc.childCount - 1)
  if ($pos.depth !== 1 || doc.child(block).type.name !== 'paragraph') return { block, offset: undefined }
  return { block, offset: $pos.parentOffset }
}

function fragmentOf(editor: Editor): Y.XmlFragment | undefined {
  const type: unknown = ySyncPluginKey.getState(editor.state)?.type
  return type instanceof Y.XmlFragment ? type : undefined
}
