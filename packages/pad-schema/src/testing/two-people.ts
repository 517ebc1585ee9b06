import { Editor, Extension } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, yCursorPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PadDocument } from '../document.ts'
import { lineExtensions } from '../editor/line-extensions.ts'
import { documentToText } from '../out/text.ts'
import * as readers from '../readers.ts'
import { ROOT } from '../schema-version.ts'
import { readDocument } from '../yjs/read-document.ts'
import { documentUpdate } from '../yjs/write-document.ts'
import { useDom } from './dom.ts'

/** Somebody with an editor on a copy of the pad. What they do is seen by others when the two meet. */
export class Somebody {
  readonly doc = new Y.Doc()
  readonly awareness: Awareness
  readonly editor: Editor
  /** What the editor had to say about what was pasted. */
  readonly toldWhenPasting: string[] = []

  constructor(client: number, pad: Uint8Array) {
    this.doc.clientID = client
    this.awareness = new Awareness(this.doc)
    Y.applyUpdate(this.doc, pad)
    const element = document.createElement('div')
    document.body.append(element)
    this.editor = new Editor({
      element,
      extensions: [
        ...lineExtensions({ readers: () => readers, onPasteRefused: (why) => this.toldWhenPasting.push(why) }),
        Collaboration.configure({ document: this.doc }),
        Extension.create({ name: 'carets', addProseMirrorPlugins: () => [yCursorPlugin(this.awareness)] }),
      ],
    })
  }

  /** The pad as plain text, without the last line end. */
  get text(): string {
    return documentToText(this.pad).trimEnd()
  }

  get pad(): PadDocument {
    return readDocument(this.root)
  }

  /** What the editor itself shows. */
  get screen(): string[] {
    return this.editor.state.doc.children.map((node) => node.textContent)
  }

  /** Puts the caret into the line with those words, at its end or `at` characters into it. */
  goesTo(words: string, at?: number): this {
    const { pos, size } = this.#find(words)
    return this.#select(pos + 1 + (at ?? size), pos + 1 + (at ?? size))
  }

  /** Puts the caret into the first line without words, in a cell or not. */
  goesToEmptyLine(): this {
    let at: number | undefined
    this.editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.content.size === 0) at ??= pos + 1
    })
    if (at === undefined) throw new Error('No line is empty.')
    return this.#select(at, at)
  }

  selects(first: string, last: string): this {
    const from = this.#find(first)
    const to = this.#find(last)
    return this.#select(from.pos + 1, to.pos + 1 + to.size)
  }

  /** Selects from one place of the line with those words to another. */
  selectsIn(words: string, from: number, to: number): this {
    const { pos } = this.#find(words)
    return this.#select(pos + 1 + from, pos + 1 + to)
  }

  /** Puts the caret into the line of a cell with those words, at its end or `at` characters into it. */
  goesToCell(words: string, at?: number): this {
    const { pos, size } = this.#findLine(words)
    return this.#select(pos + 1 + (at ?? size), pos + 1 + (at ?? size))
  }

  /** From the beginning of a line to the end of another one, in cells or not. */
  selectsCells(first: string, last: string): this {
    const [from, to] = [this.#findLine(first), this.#findLine(last)]
    return this.#select(from.pos + 1, to.pos + 1 + to.size)
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

  /** Presses a key, such as `Enter` or `Shift-Tab`; says whether the editor knew it. */
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

  /** Pastes what a browser would hand over. */
  pastes(data: { html?: string; text?: string }): this {
    const given = { 'text/html': data.html ?? '', 'text/plain': data.text ?? '' } as Record<string, string>
    const event = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { getData: (type: string) => given[type] ?? '' },
    })
    const { view } = this.editor
    const handled = view.someProp('handlePaste', (handle) =>
      handle(view, event as unknown as ClipboardEvent, Slice.empty),
    )
    if (!handled) throw new Error('Nobody took what was pasted.')
    return this
  }

  /** What a copy of the selection puts on the clipboard. */
  copies(): { html: string; text: string } {
    const { dom, text } = this.editor.view.serializeForClipboard(this.editor.state.selection.content())
    return { html: dom.innerHTML, text }
  }

  /** Lets `other` see where one's caret is. */
  showsCaretTo(other: Somebody): void {
    const { anchor, head } = this.editor.state.selection
    const binding = ySyncPluginKey.getState(this.editor.state).binding
    const at = (position: number) => absolutePositionToRelativePosition(position, this.root, binding.mapping)
    this.awareness.setLocalStateField('cursor', { anchor: at(anchor), head: at(head) })
    applyAwarenessUpdate(other.awareness, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]), 'net')
  }

  leaves(): void {
    this.editor.destroy()
    this.awareness.destroy()
    this.doc.destroy()
  }

  /** The identity of the line with those words in Yjs, and its place in the pad. */
  line(words: string): string {
    const element = this.root.toArray().find((child) => textOf(child).includes(words))
    const id = element?._item?.id
    return id === undefined ? 'no such line' : `${id.client}:${id.clock}`
  }

  get root(): Y.XmlFragment {
    return this.doc.getXmlFragment(ROOT)
  }

  #find(words: string): { pos: number; size: number } {
    let found: { pos: number; size: number } | undefined
    this.editor.state.doc.forEach((node, pos) => {
      if (node.textContent.includes(words)) found ??= { pos, size: node.content.size }
    })
    if (found === undefined) throw new Error(`No line says "${words}".`)
    return found
  }

  #findLine(words: string): { pos: number; size: number } {
    let found: { pos: number; size: number } | undefined
    this.editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.textContent.includes(words)) found ??= { pos, size: node.content.size }
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

function textOf(type: unknown): string {
  if (type instanceof Y.XmlText) return (type.toDelta() as { insert: unknown }[]).map(({ insert }) => insert).join('')
  return type instanceof Y.XmlElement ? type.toArray().map(textOf).join('') : ''
}

/** Ada and Grace have the same pad open and have not heard of each other's changes yet. */
export function twoPeople(pad: PadDocument): { ada: Somebody; grace: Somebody } {
  useDom()
  const seed = documentUpdate(pad, 1)
  return { ada: new Somebody(10, seed), grace: new Somebody(20, seed) }
}

/** Each gets what the other did. */
export function meet({ ada, grace }: { ada: Somebody; grace: Somebody }): void {
  const fromAda = Y.encodeStateAsUpdate(ada.doc, Y.encodeStateVector(grace.doc))
  const fromGrace = Y.encodeStateAsUpdate(grace.doc, Y.encodeStateVector(ada.doc))
  Y.applyUpdate(grace.doc, fromAda, 'net')
  Y.applyUpdate(ada.doc, fromGrace, 'net')
}
