import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * y-tiptap (3.0.9) takes no change from an editor that holds one empty line until it has seen the editor hold something else, and the text
 * that it draws itself does not count. So a first change that clears the pad would stay on the screen. Here it sees the text before.
 */
export function firstChangePlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('firstChange'),
    view(view) {
      view.dispatch(view.state.tr.setMeta('addToHistory', false))
      return {}
    },
  })
}

/** Must come after Collaboration, as it does at the usual priority. */
export const FirstChange = Extension.create({
  name: 'firstChange',
  addProseMirrorPlugins: () => [firstChangePlugin()],
})
