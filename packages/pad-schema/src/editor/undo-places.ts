import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { Item, type Transaction, UndoManager } from 'yjs'

/**
 * What an undo brings back says where it stands. Yjs (13.6) looks for the neighbours of old by their copies, each on its own; where these
 * changed their order since, it names a right one that stands left of the left one. Whoever reads such an item after others puts it elsewhere, and
 * a server that keeps its promises refuses it. Nobody has seen the items yet, so they may as well name those that they do stand between.
 */
export function undoPlacesPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('undoPlaces'),
    view(view) {
      const manager: unknown = yUndoPluginKey.getState(view.state)?.undoManager
      if (!(manager instanceof UndoManager)) return {}
      const { doc } = manager
      const namePlaces = (transaction: Transaction) => {
        if (transaction.origin === manager) nameNeighbours(transaction)
      }
      doc.on('beforeObserverCalls', namePlaces)
      return { destroy: () => doc.off('beforeObserverCalls', namePlaces) }
    },
  })
}

/** Makes each new item of a transaction name the items that it stands between, of those that were there when it came. */
function nameNeighbours({ doc, beforeState }: Transaction): void {
  const structs = doc.store.clients.get(doc.clientID) ?? []
  const before = beforeState.get(doc.clientID) ?? 0
  const lefts = new Map<Item, Item | null>()
  const rights = new Map<Item, Item | null>()
  // The last that came is first: whatever it has looked past came still later.
  for (let i = structs.length - 1; i >= 0 && (structs[i]?.id.clock ?? 0) >= before; i--) {
    const item = structs[i]
    if (!(item instanceof Item) || item.parentSub !== null) continue
    let { left, right } = item
    while (left && lefts.has(left)) left = lefts.get(left) ?? null
    while (right && rights.has(right)) right = rights.get(right) ?? null
    lefts.set(item, left)
    rights.set(item, right)
    item.origin = left?.lastId ?? null
    item.rightOrigin = right?.id ?? null
  }
}

export const UndoPlaces = Extension.create({
  name: 'undoPlaces',
  addProseMirrorPlugins: () => [undoPlacesPlugin()],
})
