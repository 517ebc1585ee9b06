import type { ShownBlock } from './known-frames.ts'

/** Attributes that say what stands around a block: a block that differs in nothing else has not changed. */
const AROUND = / data-(?:number|first|last|initials)="[^"]*"/g

type Drawn = { block: ShownBlock; element: Element }

/** Keeps an element's children equal to the blocks of a text, and touches only those that differ. */
export class PastSheet {
  readonly #sheet: Element
  #drawn: Drawn[] = []

  /** @param sheet has the HTML of `blocks`, and nothing else */
  constructor(sheet: Element, blocks: readonly ShownBlock[]) {
    this.#sheet = sheet
    this.#drawn = blocks.flatMap((block, index) => {
      const element = sheet.children[index]
      return element ? [{ block, element }] : []
    })
  }

  /** Draws another text. Gives the elements of blocks that are new or have other words or authors than before, in order. */
  show(blocks: readonly ShownBlock[]): Element[] {
    const before = new Map(this.#drawn.map((drawn) => [drawn.block, drawn.element]))
    const looks = new Map(this.#drawn.map(({ block }) => [block.id, ownLooks(block)]))
    const changed: Element[] = []
    const drawn = blocks.map((block): Drawn => {
      const kept = before.get(block)
      before.delete(block)
      if (kept) return { block, element: kept }
      const element = elementOf(this.#sheet, block)
      if (looks.get(block.id) !== ownLooks(block)) changed.push(element)
      return { block, element }
    })
    for (const element of before.values()) element.remove()
    let place = this.#sheet.firstElementChild
    for (const { element } of drawn) {
      if (element === place) place = place.nextElementSibling
      else this.#sheet.insertBefore(element, place)
    }
    this.#drawn = drawn
    return changed
  }
}

const ownLooks = ({ html }: ShownBlock): string => html.replace(/^<[^>]*>/, (tag) => tag.replace(AROUND, ''))

function elementOf({ ownerDocument }: Element, { html }: ShownBlock): Element {
  const template = ownerDocument.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild ?? ownerDocument.createElement('p')
}
