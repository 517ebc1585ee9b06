import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'
import { CodePainter } from './code-painter.ts'

const key = new PluginKey<DecorationSet>('codeColours')

/** How long nobody types before code is coloured anew. */
const CALM_MS = 250

/** Colours lines of code. What colours them is loaded once there is code; each run's language is guessed from its words. */
export const CodeColours = Extension.create({
  name: 'codeColours',
  addProseMirrorPlugins: () => {
    const painter = new CodePainter()
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => painter.draw(doc),
          apply: (transaction, before) =>
            transaction.docChanged || transaction.getMeta(key)
              ? painter.draw(transaction.doc, transaction.before)
              : before,
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => followCode(view, painter),
      }),
    ]
  },
})

function followCode(view: EditorView, painter: CodePainter) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  const look = async () => {
    timer = undefined
    if (!painter.isOld(view.state.doc)) return
    const { colourCode } = await import('./highlighter.ts')
    if (ended) return
    if (view.composing) return soon()
    painter.colour(view.state.doc, colourCode)
    view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  }
  const soon = () => {
    clearTimeout(timer)
    // Without the highlighter, which may not be reachable, code is read as well.
    timer = setTimeout(() => void look().catch(() => {}), CALM_MS)
  }
  soon()
  return {
    update: (_view: EditorView, before: EditorView['state']) => {
      if (before.doc !== view.state.doc) soon()
    },
    destroy: () => {
      ended = true
      clearTimeout(timer)
    },
  }
}
