import type { Person } from '@forumpad/api'
import { ROOT } from '../../packages/pad-schema/src/index.ts'
import { visibleIn } from './characters.ts'
import { makeMove } from './moves.ts'
import { type Copy, Page, type PageKind } from './page.ts'
import type { Surroundings } from './surroundings.ts'

/** A person over a whole schedule: one tab after the other, and what their device keeps in between. */
export class Somebody {
  readonly person: Person
  readonly kind: PageKind
  readonly #around: Surroundings
  readonly #clipboard = { words: '' }
  page: Page | undefined
  /** What the last tab left on the device. */
  copy: Copy | undefined

  constructor(person: Person, kind: PageKind, around: Surroundings) {
    this.person = person
    this.kind = kind
    this.#around = around
  }

  /** Opens a tab, with what the device kept of the last one. */
  opens(opened: (page: Page) => void): void {
    if (this.page) return
    this.page = new Page(this.person, this.kind, this.#around, this.copy)
    this.copy = undefined
    opened(this.page)
    this.page.look()
  }

  /** A page that was refused gives its words back for copying; the person loads it afresh. */
  startsAfresh(opened: (page: Page) => void): void {
    if (!this.page?.isRefused) return
    this.closes(false)
    this.opens(opened)
  }

  /** Closes the tab. A browser in a private window, or a stock client, keeps nothing. */
  closes(keepsCopy: boolean): void {
    const { page } = this
    if (!page) return
    if (!keepsCopy || this.kind !== 'page') this.#giveUp(page)
    const copy = page.close()
    this.copy = keepsCopy && this.kind === 'page' ? copy : undefined
    this.page = undefined
    this.#clipboard.words = ''
  }

  /** Does something at the editor, if there is one. */
  acts(): string | undefined {
    const { page } = this
    if (!page?.editor || !page.mayWrite || page.isRefused) return undefined
    const { random, chronicle } = this.#around
    return makeMove({ page, editor: page.editor, random, chronicle, clipboard: this.#clipboard })
  }

  /** What only this tab had is gone with it, be it typed or taken back by an undo; the badge had said that it was not saved. */
  #giveUp(page: Page): void {
    const { chronicle, disk } = this.#around
    page.unsaved.forget()
    for (const { unit, client, clock } of visibleIn(page.doc.getXmlFragment(ROOT))) {
      const typed = chronicle.of(unit)
      if (!typed) continue
      const isOnDisk = typed.by === this.person.id ? disk.characters.has(unit) : disk.holds(client, clock)
      if (!isOnDisk) typed.mayBeLost = true
    }
  }
}
