import { startOfBlock } from '@forumpad/pad-schema'
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { showLine } from '../line-links/go-to-line.ts'
import { lineOfHash } from '../line-links/line-link.ts'
import type { MissedChange } from './missed.ts'

/** The line that is pointed out, by its permanent name, and what became of it. */
type PointedOut = Pick<MissedChange, 'line' | 'is'>

const key = new PluginKey<PointedOut | null>('missedLine')

/** Marks the line in which somebody missed a change, for as long as they look at it. It only decorates. */
export const MissedLine = Extension.create({
  name: 'missedLine',
  addProseMirrorPlugins: () => [
    new Plugin<PointedOut | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, before) => {
          const next: PointedOut | null | undefined = transaction.getMeta(key)
          return next === undefined ? before : next
        },
      },
      props: { decorations: (state) => drawn(state, key.getState(state) ?? null) },
    }),
  ],
})

/** Marks and shows the line of a change, without taking the focus. Says whether the line is still there; null marks none. */
export function pointOut(editor: Editor, change: PointedOut | null): boolean {
  if (editor.isDestroyed) return false
  const pointed = change && { line: change.line, is: change.is }
  editor.view.dispatch(editor.state.tr.setMeta(key, pointed).setMeta('addToHistory', false))
  const index = change === null ? null : placeOf(editor.state, change)
  if (index === null) return change?.is === 'removed'
  showLine(editor, index)
  return true
}

/** What stood at the top and is gone is shown at the first line. */
const placeOf = (state: EditorState, { line }: PointedOut): number | null =>
  line === null ? 0 : lineOfHash(state, `#${line}`)

function drawn(state: EditorState, pointed: PointedOut | null): DecorationSet | null {
  const index = pointed === null ? null : placeOf(state, pointed)
  const node = index === null ? null : state.doc.maybeChild(index)
  if (pointed === null || index === null || node === null) return null
  const from = startOfBlock(state.doc, index)
  const where = pointed.is !== 'removed' ? 'missed-line' : pointed.line === null ? 'missed-above' : 'missed-below'
  return DecorationSet.create(state.doc, [Decoration.node(from, from + node.nodeSize, { class: where })])
}
