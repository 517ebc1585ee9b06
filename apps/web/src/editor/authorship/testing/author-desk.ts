import type { AuthoredRange, Person } from '@forumpad/api'
import { lineExtensions, type PadDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { authoredLines, authors } from '../authors-plugin.ts'
import { ExactTyping } from '../exact-typing.ts'
import { KnownAuthors } from '../known-authors.ts'
import { byAuthor } from '../passages.ts'

export const ada: Person = { id: 'ada', name: 'Ada Lovelace', hue: 0 }
export const grace: Person = { id: 'grace', name: 'Grace Hopper', hue: 6 }
export const MINUTE = 1_494_249_240_000

/** Ada at the page's editor, in a pad that Grace has written. The test plays the server. Runs in happy-dom. */
export class AuthorDesk {
  readonly doc = new Y.Doc()
  readonly far = new Y.Doc()
  readonly known: KnownAuthors
  readonly editor: Editor
  /** Up to where the server has spoken of each writer. */
  readonly #said = new Map<number, number>()

  constructor(pad: PadDocument) {
    Object.assign(document, { elementFromPoint: () => null })
    writeDocument(this.far.getXmlFragment(ROOT), pad)
    this.known = new KnownAuthors(ada, this.doc.clientID)
    this.#fetch()
    this.editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [
        ...lineExtensions(),
        Collaboration.configure({ document: this.doc, field: ROOT }),
        ExactTyping,
        authors(this.doc.getXmlFragment(ROOT), this.known),
      ],
    })
    this.known.hear({ is: 'everything', ranges: this.#news(), people: [grace] })
  }

  /** Each line as it is drawn: `ada: Hello|nobody: you`. */
  get drawn(): string[] {
    const { state } = this.editor
    return state.doc.children.map((node, place) => {
      const passages = byAuthor(authoredLines(state)[place] ?? [])
      const parts = passages.map(({ from, to, author }) => `${author}: ${node.textBetween(from, to, undefined, '⏎')}`)
      const known = passages.reduce((sum, { from, to }) => sum + to - from, 0)
      return [...parts, ...(known < node.content.size ? ['nobody: …'] : [])].join('|')
    })
  }

  /** The initials and the hue on each line's rule in the margin. */
  get margin(): (string | undefined)[] {
    const lines = [...this.editor.view.dom.querySelectorAll<HTMLElement>(':scope > *')]
    return lines.map(({ dataset }) => dataset.hue && `${dataset.initials ?? ''} ${dataset.hue}`.trim())
  }

  get colours(): string[] {
    const words = [...this.editor.view.dom.querySelectorAll<HTMLElement>('.written')]
    return words.map(({ dataset, textContent }) => `${dataset.hue}: ${textContent}`)
  }

  /** Puts the caret behind those words. */
  goesTo(words: string): this {
    const { doc } = this.editor.state
    let at = 0
    doc.forEach((node, pos) => {
      const found = node.textContent.indexOf(words)
      if (found >= 0) at ||= pos + 1 + found + words.length
    })
    return this.#selects(at, at)
  }

  selectsLine(words: string): this {
    const { doc } = this.editor.state
    doc.forEach((node, pos) => {
      if (node.textContent === words) this.#selects(pos + 1, pos + 1 + node.content.size)
    })
    return this
  }

  types(words: string, meta?: string): this {
    for (const character of words) {
      const transaction = this.editor.state.tr.insertText(character)
      this.editor.view.dispatch(meta ? transaction.setMeta(meta, 1) : transaction)
    }
    return this
  }

  /** Grace types at the end of her first line, on a machine of her own. */
  graceTypes(words: string): this {
    Y.applyUpdate(this.far, Y.encodeStateAsUpdate(this.doc))
    const line = this.far.getXmlFragment(ROOT).toArray().find(isLine)
    const text = line instanceof Y.XmlElement ? line.get(0) : undefined
    if (text instanceof Y.XmlText) text.insert(text.length, words)
    this.#fetch()
    return this
  }

  /** The server says whose everything is that these two have written since it spoke last. */
  async serverSays(...more: [number, AuthoredRange[]][]): Promise<void> {
    this.known.hear({ is: 'news', ranges: this.#news(), people: [] })
    if (more.length > 0) this.known.hear({ is: 'news', ranges: new Map(more), people: [] })
    await drawnAgain()
  }

  leave(): void {
    this.editor.destroy()
  }

  #selects(from: number, to: number): this {
    const { state, view } = this.editor
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    return this
  }

  #fetch(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.far, Y.encodeStateVector(this.doc)))
  }

  #news(): Map<number, AuthoredRange[]> {
    const writers = [[grace, this.far] as const, [ada, this.doc] as const]
    return new Map(
      writers.map(([person, { clientID, store }]) => {
        const [from, to] = [this.#said.get(clientID) ?? 0, Y.getState(store, clientID)]
        this.#said.set(clientID, to)
        return [clientID, to > from ? [range(person, from, to)] : []]
      }),
    )
  }
}

export function range({ id }: Person, from: number, to: number): AuthoredRange {
  return { from, to, author: id, at: MINUTE, verified: true }
}

/** What is known is drawn once a frame. */
export async function drawnAgain(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
}

const isLine = (element: unknown): boolean => element instanceof Y.XmlElement && element.nodeName === 'paragraph'
