import { lineExtensions, type PadDocument, ROOT, readDocument, writeDocument } from '@forumpad/pad-schema'
import * as readers from '@forumpad/pad-schema/readers'
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { editingExtensions } from '../editing/editing-extensions.ts'
import { imageArrivals } from '../images/image-arrivals.ts'
import type { OfferSources } from '../mentions/offer.ts'

/** Somebody with the page's editor, keys and all, on a pad. Tests that use this run in happy-dom. */
export class NoteTaker {
  readonly doc = new Y.Doc()
  readonly editor: Editor

  constructor(pad: PadDocument, timeZone = 'America/New_York', offers?: OfferSources) {
    // happy-dom draws nothing, so there is nothing at any point.
    Object.assign(document, { elementFromPoint: () => null })
    writeDocument(this.doc.getXmlFragment(ROOT), pad)
    this.editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [
        ...lineExtensions({ readers: () => readers }),
        Collaboration.configure({ document: this.doc, field: ROOT }),
        ...editingExtensions(timeZone, offers),
        imageArrivals('edge'),
      ],
    })
  }

  get pad(): PadDocument {
    return readDocument(this.doc.getXmlFragment(ROOT))
  }

  get lines(): string[] {
    return this.editor.state.doc.children.map((node) => node.textContent)
  }

  get selected(): string {
    const { doc, selection } = this.editor.state
    return doc.textBetween(selection.from, selection.to, '\n')
  }

  /** Puts the caret behind those words. */
  goesTo(words: string): this {
    const at = this.#find(words) + words.length
    return this.#select(at, at)
  }

  selects(words: string): this {
    const at = this.#find(words)
    return this.#select(at, at + words.length)
  }

  /** Types as a keyboard does: shortcuts are at work. */
  types(words: string): this {
    const { view } = this.editor
    for (const character of words) {
      const { from, to } = view.state.selection
      const insert = () => view.state.tr.insertText(character, from, to)
      const handled = view.someProp('handleTextInput', (handle) => handle(view, from, to, character, insert))
      if (!handled) view.dispatch(insert())
    }
    return this
  }

  /** Presses a chord such as `Mod-Shift-k`; says whether the editor took it. */
  presses(chord: string): boolean {
    const keys = chord.split('-')
    const event = new KeyboardEvent('keydown', {
      key: keys.pop() ?? '',
      shiftKey: keys.includes('Shift'),
      altKey: keys.includes('Alt'),
      ctrlKey: keys.includes('Mod'),
      cancelable: true,
    })
    const { view } = this.editor
    return view.someProp('handleKeyDown', (handle) => handle(view, event)) ?? false
  }

  #find(words: string): number {
    let found: number | undefined
    this.editor.state.doc.forEach((node, pos) => {
      const at = node.textContent.indexOf(words)
      if (at >= 0) found ??= pos + 1 + at
    })
    if (found === undefined) throw new Error(`No line says "${words}".`)
    return found
  }

  #select(from: number, to: number): this {
    const { state, view } = this.editor
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    return this
  }
}
