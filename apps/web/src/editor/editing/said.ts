import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { Values } from '../../languages/catalogue.ts'
import type { Say } from '../../languages/words.ts'

/** A sentence, said by whoever shows it; or what the server said. */
type Said = { words: string; values: Values | undefined; times: number }

const key = new PluginKey<Said>('said')

/** Keeps the last thing that the editor had to say, such as "copied". */
export const SaidAloud = Extension.create({
  name: 'said',
  addProseMirrorPlugins: () => [
    new Plugin<Said>({
      key,
      state: {
        init: () => ({ words: '', values: undefined, times: 0 }),
        apply: (transaction, before) => {
          const said: Omit<Said, 'times'> | undefined = transaction.getMeta(key)
          return said === undefined ? before : { ...said, times: before.times + 1 }
        },
      },
    }),
  ],
})

/** Tells the person something in a line over the page, which screen readers read out. */
export function tell(editor: Editor, words: string, values?: Values): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, { words, values }))
}

/** What was said last, and how often something was: the same words can be said twice. */
export const saidIn = (state: EditorState): Said => key.getState(state) ?? { words: '', values: undefined, times: 0 }

/** What was said, in the language of `say`. A value may be a sentence itself: why an image was not taken. */
export function inWords({ words, values }: Pick<Said, 'words' | 'values'>, say: Say): string {
  if (values === undefined) return say(words)
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? say(value) : value])
  return say(words, Object.fromEntries(said))
}
