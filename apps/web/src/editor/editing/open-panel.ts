import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

/** What lies beside or over the text, one at a time. */
export type Panel = 'link' | 'find' | 'keys' | 'outline' | 'more' | 'source' | 'author' | 'save'

const key = new PluginKey<Panel | null>('openPanel')

/** Remembers in the editor's state which panel is open, so that keys can open them and React can draw them. */
export const OpenPanel = Extension.create({
  name: 'openPanel',
  addProseMirrorPlugins: () => [
    new Plugin<Panel | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, before) => {
          const next: Panel | null | undefined = transaction.getMeta(key)
          return next === undefined ? before : next
        },
      },
    }),
  ],
})

export const panelOf = (state: EditorState): Panel | null => key.getState(state) ?? null

/** Opens a panel, or closes what is open. */
export function showPanel(editor: Editor, panel: Panel | null): boolean {
  editor.view.dispatch(editor.state.tr.setMeta(key, panel).setMeta('addToHistory', false))
  return true
}

/** Opens a panel, or closes it if it is the one that is open. */
export function togglePanel(editor: Editor, panel: Panel): boolean {
  return showPanel(editor, panelOf(editor.state) === panel ? null : panel)
}
