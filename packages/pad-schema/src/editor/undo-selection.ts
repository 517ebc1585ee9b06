import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { UndoManager } from 'yjs'

/**
 * After an undo, y-tiptap (3.0.9) keeps the selection of the undone change for the next change of somebody else, with places counted in a
 * document of long ago. Where that was longer than the one of now, it throws, the editor misses the other's change, and takes it back with
 * the next key. The places by Yjs ids, which stay right, are all that is needed.
 */
export function undoSelectionPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('undoSelection'),
    view(view) {
      const manager: unknown = yUndoPluginKey.getState(view.state)?.undoManager
      if (!(manager instanceof UndoManager)) return {}
      const forgetPlaces = () => {
        const kept = ySyncPluginKey.getState(view.state)?.binding?.beforeTransactionSelection
        if (kept) Object.assign(kept, { absAnchor: null, absHead: null })
      }
      // Whatever else leaves such places behind: those past the end are wrong for certain, and would make y-tiptap throw.
      const forgetImpossiblePlaces = () => {
        const kept = ySyncPluginKey.getState(view.state)?.binding?.beforeTransactionSelection
        if (Math.max(kept?.absAnchor ?? 0, kept?.absHead ?? 0) > view.state.doc.content.size) forgetPlaces()
      }
      const { doc } = manager
      manager.on('stack-item-popped', forgetPlaces)
      doc.on('beforeObserverCalls', forgetImpossiblePlaces)
      return {
        destroy() {
          manager.off('stack-item-popped', forgetPlaces)
          doc.off('beforeObserverCalls', forgetImpossiblePlaces)
        },
      }
    },
  })
}

/** Must come after Collaboration, as it does at the usual priority. */
export const UndoSelection = Extension.create({
  name: 'undoSelection',
  addProseMirrorPlugins: () => [undoSelectionPlugin()],
})
