import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { COLUMN_HEADER } from '../block-dom.ts'
import { shapeOf } from '../line.ts'
import { linePlaces, placeAttributes } from '../line-places.ts'
import { type InsideLines, lineDecorations } from './line-decorations.ts'

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
  const inside: InsideLines = []
  doc.forEach((node, offset) => {
    if (node.type.name !== 'table') return
    const set = DecorationSet.create(node, cellDecorations(node))
    if (set !== DecorationSet.empty) inside.push(offset, offset + node.nodeSize, set)
  })
  return lineDecorations(placesIn(doc, 0), inside)
}

/** The places of the lines that stand in a node, the pad or a cell; `start` is where its content begins. */
function placesIn(parent: Node, start: number): Decoration[] {
  const shapes = parent.children.map((node) => (node.type.name === 'paragraph' ? shapeOf(node.attrs) : null))
  const places = linePlaces(shapes)
  const decorations: Decoration[] = []
  parent.forEach((node, offset, index) => {
    const attributes = placeAttributes(places[index] ?? {})
    if (Object.keys(attributes).length === 0) return
    decorations.push(Decoration.node(start + offset, start + offset + node.nodeSize, attributes))
  })
  return decorations
}

/** Counted from the table's content. */
function cellDecorations(table: Node): Decoration[] {
  const decorations: Decoration[] = []
  table.forEach((row, rowOffset, index) => {
    row.forEach((cell, offset) => {
      const start = rowOffset + 1 + offset
      if (table.attrs.header === true && index === 0) {
        decorations.push(Decoration.node(start, start + cell.nodeSize, COLUMN_HEADER))
      }
      decorations.push(...placesIn(cell, start + 1))
    })
  })
  return decorations
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
