import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet, type EditorView } from '@tiptap/pm/view'
import { shapeOf } from '../line.ts'
import { linePlaces, placeAttributes } from '../line-places.ts'
import { lineDecorations } from './line-decorations.ts'

const key = new PluginKey<DecorationSet>('linePlaces')

/** Gives numbered lines their number and the runs of boxed lines their ends, as attributes that the style sheet draws. */
export const LinePlaces = Extension.create({
  name: 'linePlaces',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => decorate(state.doc),
        apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc) : before),
      },
      props: { decorations: (state) => key.getState(state) },
      view: (view) => checkboxesFollowEditable(view),
    }),
  ],
})

function decorate(doc: Node): DecorationSet {
  const shapes = doc.children.map((node) => (node.type.name === 'paragraph' ? shapeOf(node.attrs) : null))
  const places = linePlaces(shapes)
  const decorations: Decoration[] = []
  doc.forEach((node, offset, index) => {
    const attributes = placeAttributes(places[index] ?? {})
    if (Object.keys(attributes).length > 0)
      decorations.push(Decoration.node(offset, offset + node.nodeSize, attributes))
  })
  return lineDecorations(decorations)
}

function checkboxesFollowEditable(view: EditorView) {
  let editable = view.editable
  return {
    update: () => {
      if (view.editable === editable) return
      editable = view.editable
      for (const box of view.dom.querySelectorAll<HTMLInputElement>('p > label > input')) box.disabled = !editable
    },
  }
}
