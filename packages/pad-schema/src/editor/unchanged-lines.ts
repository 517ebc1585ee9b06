import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'

type Shown = Node | Node[]
type Type = Parameters<ProsemirrorBinding['mapping']['get']>[0]

/**
 * What each type of the document is shown as. y-tiptap (3.0.9) takes out whatever has changed, and then empties the whole map before it draws a
 * change of others: all lines of a pad would be made, compared and drawn anew for each letter of somebody else. What has not changed is
 * true as it is, and stays.
 */
class ShownAs extends Map<Type, Shown> {
  override clear(): void {}
}

/** Has the nodes of unchanged lines be the same nodes after somebody else's change. Must see the binding before Collaboration draws with it. */
export function unchangedLinesPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('unchangedLines'),
    view(view) {
      const binding: ProsemirrorBinding | undefined = ySyncPluginKey.getState(view.state)?.binding
      if (binding) binding.mapping = new ShownAs(binding.mapping)
      return {}
    },
  })
}

/** Before Collaboration, whose priority is 1000. */
export const UnchangedLines = Extension.create({
  name: 'unchangedLines',
  priority: 1100,
  addProseMirrorPlugins: () => [unchangedLinesPlugin()],
})
