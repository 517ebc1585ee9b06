import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'
import { conventionDecorations } from './convention-decorations.ts'

/** What is drawn. While a word is composed it is only pushed along, lest the composition break off. */
type Drawn = { decorations: DecorationSet; isOld: boolean }

const key = new PluginKey<Drawn>('conventions')

/** Shows the conventions of note takers as quiet chips: `ACTION:`, `#info`, `@ana`, `##tag`, `due 1 June`, `MT:`. The text stays as it is. */
export const Conventions = Extension.create({
  name: 'conventions',
  addProseMirrorPlugins: () => [
    new Plugin<Drawn>({
      key,
      state: {
        init: (_config, { doc }) => ({ decorations: conventionDecorations(doc), isOld: false }),
        apply(transaction, before) {
          const { doc, docChanged, mapping } = transaction
          if (docChanged && transaction.getMeta('composition') !== undefined)
            return { decorations: before.decorations.map(mapping, doc), isOld: true }
          const isWanted = docChanged || transaction.getMeta(key) !== undefined
          return isWanted ? { decorations: conventionDecorations(doc), isOld: false } : before
        },
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
      view: redrawAfterComposing,
    }),
  ],
})

function redrawAfterComposing(view: EditorView) {
  let frame = 0
  const isOld = (state: EditorState) => key.getState(state)?.isOld === true
  const look = () => {
    frame = 0
    if (view.composing) return soon()
    if (isOld(view.state)) view.dispatch(view.state.tr.setMeta(key, {}).setMeta('addToHistory', false))
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  return {
    update: ({ state }: EditorView) => {
      if (isOld(state)) soon()
    },
    destroy: () => cancelAnimationFrame(frame),
  }
}
