import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

type Said = { words: string; times: number }

const key = new PluginKey<Said>('said')

/** Keeps the last thing that the editor had to say, such as "copied". */
export const SaidAloud = Extension.create({
  name: 'said',
  addProseMirrorPlugins: () => [
    new Plugin<Said>({
      key,
      state: {
        init: () => ({ words: '', times: 0 }),
        apply: (transaction, before) => {
          const words: string | undefined = transaction.getMeta(key)
          return words === undefined ? before : { words, times: before.times + 1 }
        },
      },
    }),
  ],
})

/** Tells the person something in a line over the page, which screen readers read out. */
export function say(editor: Editor, words: string): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, words))
}

/** What was said last, and how often something was: the same words can be said twice. */
export const saidIn = (state: EditorState): Said => key.getState(state) ?? { words: '', times: 0 }
