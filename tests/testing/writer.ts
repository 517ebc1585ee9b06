import { rebuildAuthorship } from '@forumpad/sync'
import type { TestClient, TestServer } from '@forumpad/sync/testing'
import { settled, writtenBy } from '@forumpad/sync/testing'
import { type AnyExtension, Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { lineExtensions, moveBlockTo } from '../../packages/pad-schema/src/index.ts'

/** Somebody who writes in a real editor, over a real live pad. */
export class Writer {
  readonly client: TestClient
  readonly editor: Editor

  constructor(client: TestClient) {
    this.client = client
    const element = document.createElement('div')
    document.body.append(element)
    const extensions: AnyExtension[] = [...lineExtensions(), Collaboration.configure({ document: client.doc })]
    this.editor = new Editor({ element, extensions })
  }

  get lines(): string[] {
    return this.editor.state.doc.children.map((node) => node.textContent)
  }

  /** Each line's words with their authors, as this page was told. */
  get authors(): string[] {
    return writtenBy(this.client.doc, this.client.credits)
  }

  /** Puts the caret behind (or before) those words. */
  goes(where: 'before' | 'after', words: string): this {
    const from = this.#find(words)
    return this.#select(from, from, where === 'after' ? words.length : 0)
  }

  selects(words: string): this {
    const from = this.#find(words)
    return this.#select(from, from + words.length, 0)
  }

  /** Types character by character, each an update of its own. */
  types(words: string): this {
    for (const character of words) this.editor.view.dispatch(this.editor.state.tr.insertText(character))
    return this
  }

  /** Puts words in at once. */
  pastes(words: string): this {
    this.editor.view.dispatch(this.editor.state.tr.insertText(words))
    return this
  }

  deletes(words: string): this {
    this.selects(words).editor.commands.deleteSelection()
    return this
  }

  /** Deletes the whole line with those words. */
  removesLine(words: string): this {
    const { state, view } = this.editor
    const inside = state.doc.resolve(this.#find(words))
    view.dispatch(state.tr.delete(inside.before(1), inside.after(1)))
    return this
  }

  splits(): this {
    this.editor.commands.splitBlock()
    return this
  }

  joins(): this {
    this.editor.commands.joinBackward()
    return this
  }

  styles(attributes: Record<string, unknown>): this {
    this.editor.commands.updateAttributes('paragraph', attributes)
    return this
  }

  /** Moves the line with those words down, by writing the next one anew above it. */
  movesDown(words: string): this {
    const root = this.client.doc.getXmlFragment('default')
    const index = this.lines.findIndex((line) => line.includes(words))
    this.client.doc.transact(() => {
      const copy = root.get(index + 1).clone()
      root.delete(index + 1, 1)
      if (copy instanceof Y.XmlElement) root.insert(index, [copy])
    })
    return this
  }

  /** Carries the line with those words before another one; without that, to the end. */
  drags(words: string, before?: string): this {
    const index = this.lines.findIndex((line) => line.includes(words))
    const place = before === undefined ? this.lines.length : this.lines.findIndex((line) => line.includes(before))
    moveBlockTo(this.editor.view, index, place)
    return this
  }

  undoes(): this {
    this.editor.commands.undo()
    return this
  }

  redoes(): this {
    this.editor.commands.redo()
    return this
  }

  /** What is undone from now on does not take earlier changes along. */
  pauses(): this {
    const { state } = this.editor
    for (const plugin of state.plugins) {
      const { undoManager } = (plugin.getState(state) ?? {}) as { undoManager?: Y.UndoManager }
      undoManager?.stopCapturing()
    }
    return this
  }

  leaves(): void {
    this.editor.destroy()
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

  #select(from: number, to: number, offset: number): this {
    const { state, view } = this.editor
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from + offset, to + offset)))
    return this
  }
}

/** How every story of two writers ends: both see the same authors, and whoever makes them anew from the log finds the same. */
export async function agreeInTheEnd(server: TestServer, ada: Writer, grace: Writer): Promise<void> {
  await settled()
  expect(ada.authors).toEqual(grace.authors)
  const stored = await server.store.load('notes')
  if (!stored) throw new Error('The pad is gone')
  const { authorship } = await rebuildAuthorship(server.store, 'notes', stored)
  expect(writtenBy(ada.client.doc, authorship.credits)).toEqual(ada.authors)
  ada.leaves()
  grace.leaves()
  server.end()
}
