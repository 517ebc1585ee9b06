import type { PadDocument } from '@forumpad/pad-schema'
import { getSchema } from '@tiptap/core'
import { deleteSelection, joinBackward, toggleMark } from '@tiptap/pm/commands'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { firstChangePlugin } from '../../packages/pad-schema/src/editor/first-change.ts'
import { keptCaretPlugin } from '../../packages/pad-schema/src/editor/kept-caret.ts'
import { backspace, enter } from '../../packages/pad-schema/src/editor/line-keys.ts'
import { lineTextsPlugin } from '../../packages/pad-schema/src/editor/line-texts.ts'
import { pasteDocument } from '../../packages/pad-schema/src/editor/paste-document.ts'
import { undoPlacesPlugin } from '../../packages/pad-schema/src/editor/undo-places.ts'
import { undoSelectionPlugin } from '../../packages/pad-schema/src/editor/undo-selection.ts'
import { lineExtensions, moveLines, ROOT } from '../../packages/pad-schema/src/index.ts'
import { HeadlessView } from './headless-view.ts'
import { shownBy } from './shown.ts'

const SCHEMA = getSchema(lineExtensions())

/** The product's editor on a document, without a browser: its schema, its commands, y-tiptap's binding and undo. */
export class Editor {
  readonly #view: HeadlessView
  readonly #undoManager: Y.UndoManager

  constructor(doc: Y.Doc) {
    this.#view = new HeadlessView(SCHEMA, [
      ySyncPlugin(doc.getXmlFragment(ROOT)),
      yUndoPlugin(),
      firstChangePlugin(),
      lineTextsPlugin(),
      undoPlacesPlugin(),
      undoSelectionPlugin(),
      keptCaretPlugin(),
    ])
    const undoing: unknown = yUndoPluginKey.getState(this.#view.state)?.undoManager
    if (!(undoing instanceof Y.UndoManager)) throw new Error('The editor cannot undo')
    this.#undoManager = undoing
    // What is undone together is decided by the schedule and not by the time of day.
    this.#undoManager.captureTimeout = Number.MAX_SAFE_INTEGER
  }

  get lines(): string[] {
    return this.#view.state.doc.children.map((node) => node.textContent)
  }

  /** What stands on the screen, to be compared with the document behind it. */
  get shown(): string[] {
    return shownBy(this.#view.state.doc)
  }

  /** Selects from one place in a line to another, in characters of the line's content (a break counts as one); clamped. */
  selects(line: number, from: number, to = from, lastLine = line): this {
    const { doc, tr } = this.#view.state
    const at = (index: number, offset: number) => {
      const place = Math.min(index, doc.childCount - 1)
      const node = doc.child(place)
      let pos = 0
      for (let i = 0; i < place; i++) pos += doc.child(i).nodeSize
      return pos + (node.isTextblock ? 1 + Math.min(offset, node.content.size) : 0)
    }
    const anchor = doc.resolve(at(line, from))
    this.#view.dispatch(tr.setSelection(TextSelection.between(anchor, doc.resolve(at(lastLine, to)))))
    return this
  }

  get selectedText(): string {
    const { doc, selection } = this.#view.state
    return doc.textBetween(selection.from, selection.to, '\n')
  }

  get caret(): { line: number; offset: number } {
    const { $from } = this.#view.state.selection
    return { line: $from.index(0), offset: $from.parentOffset }
  }

  sizeOf(line: number): number {
    return this.#view.state.doc.maybeChild(line)?.content.size ?? 0
  }

  get lineCount(): number {
    return this.#view.state.doc.childCount
  }

  types(words: string): void {
    this.#view.dispatch(this.#view.state.tr.insertText(words))
  }

  breaksLine(): boolean {
    const hardBreak = SCHEMA.nodes.hardBreak
    if (!hardBreak) return false
    this.#view.dispatch(this.#view.state.tr.replaceSelectionWith(hardBreak.create()))
    return true
  }

  removesLine(line: number): void {
    const { doc, tr } = this.#view.state
    let pos = 0
    for (let i = 0; i < line; i++) pos += doc.child(i).nodeSize
    this.#view.dispatch(tr.delete(pos, pos + doc.child(line).nodeSize))
  }

  pressesEnter(): boolean {
    return this.does(enter)
  }

  /** At the beginning of a line: out of its list, or onto the line above. */
  pressesBackspace(): boolean {
    return this.does(deleteSelection) || this.does(backspace) || this.does(joinBackward)
  }

  deletesSelection(): boolean {
    return this.does(deleteSelection)
  }

  marks(name: 'bold' | 'italic' | 'strike'): boolean {
    const mark = SCHEMA.marks[name]
    return mark !== undefined && this.does(toggleMark(mark))
  }

  movesLines(by: 1 | -1): boolean {
    return moveLines(this.#view.asView, by)
  }

  pastes(document: PadDocument): boolean {
    return pasteDocument(this.#view.asView, document)
  }

  does(command: Command): boolean {
    return command(this.#view.state, this.#view.dispatch)
  }

  undoes(): void {
    undo(this.#view.state)
  }

  redoes(): void {
    redo(this.#view.state)
  }

  /** What is undone from now on does not take earlier changes along. */
  pauses(): void {
    this.#undoManager.stopCapturing()
  }

  destroy(): void {
    this.#view.destroy()
  }
}
