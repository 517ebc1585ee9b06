import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * A change inside one line that was made here: what was cut out and put in at `offset` characters into it. `path` leads to the
 * line: its place in the pad or, for a line in a table, the places of table, row, cell and line.
 */
type Typed = { before: Node; after: Node; path: number[]; offset: number; cut: number; put: string }

const key = new PluginKey<Typed | null>('exactTyping')

/**
 * Carries typing into the document at the very place where it was done. y-tiptap compares the texts before and after: whoever types an
 * `a` before somebody else's `a` is taken to have typed behind it, and gets the wrong one of the two. Where this has done its work,
 * y-tiptap finds nothing left to do; whatever is not plain typing is left to it.
 */
export const ExactTyping = Extension.create({
  name: 'exactTyping',
  // Before Collaboration, whose plugin carries over what is left.
  priority: 1050,
  addProseMirrorPlugins: () => [
    new Plugin<Typed | null>({
      key,
      state: { init: () => null, apply: (transaction, before) => typed(transaction) ?? kept(transaction, before) },
      view: () => ({
        update: ({ state }, before) => {
          const change = key.getState(state)
          if (change && change.before === before.doc && change.after === state.doc) carryOver(state, change)
        },
      }),
    }),
  ],
})

/** What moves only the caret leaves the last change what it was. */
const kept = (transaction: Transaction, before: Typed | null): Typed | null => (transaction.docChanged ? null : before)

function typed(transaction: Transaction): Typed | null {
  const [step, ...others] = transaction.mapping.maps
  if (
    !step ||
    others.length > 0 ||
    transaction.getMeta(ySyncPluginKey) ||
    transaction.getMeta('addToHistory') === false
  )
    return null
  const ranges: [number, number, number][] = []
  step.forEach((from, oldEnd, newStart, newEnd) => {
    ranges.push([from, oldEnd - from, newEnd - newStart])
  })
  const [range] = ranges
  if (!range || ranges.length > 1) return null
  const [from, cut, length] = range
  const { before, doc: after } = transaction
  const [$from, $to] = [before.resolve(from), before.resolve(from + cut)]
  const isInOneLine = $from.parent.isTextblock && $from.sameParent($to) && after.childCount === before.childCount
  if (!isInOneLine || after.resolve(from + length).depth !== $from.depth) return null
  const put = after.textBetween(from, from + length, undefined, NOT_TEXT)
  if (put.length !== length || `${put}${before.textBetween(from, from + cut, undefined, NOT_TEXT)}`.includes(NOT_TEXT))
    return null
  const path = Array.from({ length: $from.depth }, (_, depth) => $from.index(depth))
  return { before, after, path, offset: $from.parentOffset, cut, put }
}

/** A character that no pad holds. */
const NOT_TEXT = '\0'

function carryOver(state: EditorState, { before, after, path, offset, cut, put }: Typed): void {
  const { type: root, binding } = ySyncPluginKey.getState(state) ?? {}
  if (!(root instanceof Y.XmlFragment) || !binding) return
  const found = elementsOn(path, root, before)
  const line = found?.at(-1)
  const place = line && textAt(line.element, offset, cut)
  if (!place || place.size !== line.node.content.size) return
  // What the editor has already need not be told to it.
  binding.mux(() => {
    root.doc?.transact(() => {
      if (cut > 0) place.text.delete(place.offset, cut)
      if (put !== '') place.text.insert(place.offset, put)
      // The origin by which y-tiptap's undo knows a change of one's own.
    }, ySyncPluginKey)
  })
  // In a line y-tiptap finds for itself what is left to do, such as a mark that ends before these words.
  if (path.length === 1 || !hasItsMarks(place, put, elementsOn(path, root, after)?.at(-1)?.node, offset)) return
  // A table that it finds unchanged it looks no deeper into: it would go on counting places with the cells of before.
  for (const { element, node } of elementsOn(path, root, after) ?? []) binding.mapping.set(element, node)
}

/** What a path leads through, in the document and in the editor, the line last; undefined where the two differ on the way. */
function elementsOn(path: readonly number[], root: Y.XmlFragment, doc: Node) {
  const found: { element: Y.XmlElement; node: Node }[] = []
  for (const index of path) {
    const { element, node } = found.at(-1) ?? { element: root, node: doc }
    const child = element.length === node.childCount ? element.get(index) : undefined
    if (!(child instanceof Y.XmlElement)) return undefined
    found.push({ element: child, node: node.child(index) })
  }
  return found
}

/** Whether what was put in has the marks in the document that it has in the editor. */
function hasItsMarks({ text, offset }: TextPlace, put: string, node: Node | undefined, at: number): boolean {
  if (put === '') return true
  const marks = node?.nodeAt(at)?.marks.map(({ type }) => type.name) ?? []
  let end = 0
  for (const { insert, attributes } of text.toDelta()) {
    end += typeof insert === 'string' ? insert.length : 1
    if (end <= offset) continue
    const names = Object.keys(attributes ?? {}).map((name) => name.split('--')[0])
    return names.length === marks.length && marks.every((name) => names.includes(name))
  }
  return false
}

type TextPlace = { text: Y.XmlText; offset: number }

/** The text in a line that holds a stretch of it, if one does; `size` is the size of the line. */
function textAt(element: Y.XmlElement, offset: number, length: number) {
  let size = 0
  let found: TextPlace | undefined
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) size += 1
    else {
      if (!found && offset >= size && offset + length <= size + child.length)
        found = { text: child, offset: offset - size }
      size += child.length
    }
  }
  return found && { ...found, size }
}
