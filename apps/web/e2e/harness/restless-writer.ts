import type { Page } from '@playwright/test'
import type { Dice } from './random.ts'
import type { Visitor } from './visitor.ts'

/** So many characters each writer has, none of them anybody else's. */
const ALPHABET = 6_900
const FIRST = 0x4e00

/** The editor as the page holds it, for placing the caret and for hearing of what is deleted. */
type PageEditor = {
  state: {
    doc: { content: { size: number }; descendants(visit: (node: PageNode, pos: number) => void): void }
  }
  commands: {
    setTextSelection(range: { from: number; to: number }): void
    deleteRange(range: { from: number; to: number }): void
    keyboardShortcut(key: string): void
  }
  view: { focus(): void }
  on(event: 'transaction', hear: (event: { transaction: PageTransaction }) => void): void
}
type PageNode = { isTextblock: boolean; content: { size: number } }
type PageTransaction = {
  docChanged: boolean
  before: { textContent: string }
  doc: { textContent: string }
  getMeta(key: string): { isChangeOrigin?: boolean } | undefined
}
type Recording = Window & { deletedHere?: string }

/** Somebody who types, deletes and restyles without pause. Every character that they type is typed once in the whole world. */
export class RestlessWriter {
  readonly who: Visitor
  /** What they typed, in this order. */
  typed = ''
  readonly #dice: Dice
  readonly #alphabet: number

  constructor(who: Visitor, place: number, dice: Dice) {
    this.who = who
    this.#alphabet = FIRST + place * ALPHABET
    this.#dice = dice
  }

  get #page(): Page {
    return this.who.page
  }

  /** From now on the page notes what its person deletes, and so had seen. */
  async watches(): Promise<void> {
    await this.who.editor.evaluate((element) => {
      const { editor } = element as unknown as { editor: PageEditor }
      const page = window as Recording
      page.deletedHere = ''
      editor.on('transaction', ({ transaction }) => {
        if (!transaction.docChanged || transaction.getMeta('y-sync$')?.isChangeOrigin) return
        const left = new Set(transaction.doc.textContent)
        for (const character of transaction.before.textContent) {
          if (!left.has(character)) page.deletedHere += character
        }
      })
    })
  }

  deleted(): Promise<string> {
    return this.#page.evaluate(() => (window as Recording).deletedHere ?? '')
  }

  async acts(): Promise<void> {
    switch (this.#dice.oneOf({ type: 60, delete: 14, newLine: 10, restyle: 8, bold: 8 })) {
      case 'type':
        return this.#types(1 + this.#dice.upTo(6))
      case 'delete':
        return this.#goes('delete')
      case 'newLine':
        return this.#goes('break')
      case 'restyle':
        await this.#goes('anywhere')
        return this.who.toolbar.getByRole('button', { name: this.#dice.oneOf({ 'Heading 2': 1, Bullets: 1 }) }).click()
      case 'bold':
        await this.#goes('select')
        return this.#page.keyboard.press('ControlOrMeta+b')
    }
  }

  async #types(count: number): Promise<void> {
    await this.#goes('anywhere')
    for (let i = 0; i < count && this.typed.length < ALPHABET; i++) {
      const character = String.fromCharCode(this.#alphabet + this.typed.length)
      this.typed += character
      await this.#page.keyboard.insertText(character)
    }
  }

  /**
   * Puts the caret somewhere, begins a line after one, selects a few characters of one line, or deletes them: in one go, so that nothing
   * comes in between. Words are not moved: who moves some offline may be taken for their author (docs/decisions/0014).
   */
  #goes(what: 'anywhere' | 'break' | 'select' | 'delete'): Promise<void> {
    const dice = { line: this.#dice.upTo(1_000), at: this.#dice.upTo(1_000), length: 1 + this.#dice.upTo(4) }
    return this.who.editor.evaluate(
      (element, { what, dice }) => {
        const { editor } = element as unknown as { editor: PageEditor }
        const lines: { start: number; size: number }[] = []
        editor.state.doc.descendants((node, pos) => {
          if (node.isTextblock) lines.push({ start: pos + 1, size: node.content.size })
        })
        const line = lines[dice.line % lines.length]
        if (!line) return
        const from = line.start + (what === 'break' ? line.size : dice.at % (line.size + 1))
        const to = Math.min(line.start + line.size, from + dice.length)
        // The editor's own command waits for a frame, and what is typed before that goes nowhere.
        editor.view.focus()
        if (what === 'delete') editor.commands.deleteRange({ from, to })
        else editor.commands.setTextSelection({ from, to: what === 'select' ? to : from })
        if (what === 'break') editor.commands.keyboardShortcut('Enter')
      },
      { what, dice },
    )
  }
}
