import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import type { Block, Cell, Inline, Line, PadDocument } from '../document.ts'
import { imageOf } from '../image.ts'
import { shapeOf } from '../line.ts'
import type { BlockId } from '../line-name.ts'
import { appendText } from '../marks.ts'
import { squareTable } from '../table.ts'
import type { WordsOrigin } from './document-origins.ts'
import { typeIn, type YType } from './items.ts'
import { marksOf } from './text-runs.ts'

/** Which part of an item is there, deleted or not: stretches of offsets in it, in order. */
export type IsThere = (item: Y.Item) => readonly { from: number; to: number }[]

/** Blocks, their ids, and for each of their lines (in the order of `linesOf`) the ids of its words. */
export type AsIf = { document: PadDocument; blocks: BlockId[]; lines: WordsOrigin[][] }

/**
 * What a fragment would hold if other items of it were there than are. The document must not collect garbage. An element that is not there is
 * read nevertheless where something in it is: somebody else's words in a line that one person made.
 */
export function readAsIf(fragment: Y.XmlFragment, isThere: IsThere): AsIf {
  const reader = new Reader(isThere)
  const read: AsIf = { document: { blocks: [] }, blocks: [], lines: [] }
  for (let item = fragment._start; item; item = item.right) {
    const found = reader.block(item)
    if (!found) continue
    read.document.blocks.push(found.block)
    read.blocks.push({ client: item.id.client, clock: item.id.clock })
    read.lines.push(...found.lines)
  }
  return read
}

type Found = { block: Block; lines: WordsOrigin[][] }
type FoundLine = { line: Line; words: WordsOrigin[] }

class Reader {
  readonly #isThere: IsThere

  constructor(isThere: IsThere) {
    this.#isThere = isThere
  }

  block(item: Y.Item): Found | undefined {
    const type = typeIn(item)
    if (!(type instanceof Y.XmlElement)) return undefined
    switch (type.nodeName) {
      case 'paragraph': {
        const found = this.#line(item, type)
        return found && { block: found.line, lines: [found.words] }
      }
      case 'rule':
        return this.#has(item) ? { block: { type: 'rule' }, lines: [] } : undefined
      case 'image': {
        const image = this.#has(item) ? imageOf(this.#attributes(type, true)) : undefined
        return image && { block: image, lines: [] }
      }
      case 'table':
        return this.#table(item, type)
      default:
        return undefined
    }
  }

  #has(item: Y.Item): boolean {
    return this.#isThere(item).length > 0
  }

  #line(item: Y.Item, element: Y.XmlElement): FoundLine | undefined {
    const content: Inline[] = []
    const words: WordsOrigin[] = []
    let at = 0
    for (let child = element._start; child; child = child.right) {
      const type = typeIn(child)
      if (type instanceof Y.XmlText) at = this.#words(type, content, words, at)
      else if (type instanceof Y.XmlElement && type.nodeName === 'hardBreak' && this.#has(child)) {
        content.push({ type: 'hardBreak' })
        at += 1
      }
    }
    const isThere = this.#has(item)
    if (!isThere && words.length === 0) return undefined
    return { line: { type: 'paragraph', ...shapeOf(this.#attributes(element, isThere)), content }, words }
  }

  #words(text: Y.XmlText, content: Inline[], words: WordsOrigin[], start: number): number {
    const formats: Record<string, unknown> = {}
    let at = start
    for (let item = text._start; item; item = item.right) {
      if (item.content instanceof Y.ContentFormat) {
        const { key, value } = item.content as { key: string; value: unknown }
        if (this.#has(item)) formats[key] = value
      } else if (item.content instanceof Y.ContentString) {
        for (const { from, to } of this.#isThere(item)) {
          const piece = item.content.str.slice(from, to)
          const clean = cleanText(piece)
          // What no pad may hold is left out, and with it the ids of the stretch.
          if (clean.length === piece.length)
            words.push({ at, length: to - from, client: item.id.client, clock: item.id.clock + from })
          appendText(content, clean, marksOf(formats))
          at += clean.length
        }
      }
    }
    return at
  }

  /** Of an element that is read only for what is in it, the attributes are those that it has. */
  #attributes(type: YType, isThere: boolean): Record<string, unknown> {
    const attributes: [string, unknown][] = []
    for (const [name, newest] of type._map) {
      let item: Y.Item | null = newest
      while (item && !(isThere ? this.#has(item) : !item.deleted)) item = item.left
      if (item) attributes.push([name, item.content.getContent().at(-1)])
    }
    return Object.fromEntries(attributes)
  }

  #table(item: Y.Item, table: Y.XmlElement): Found | undefined {
    const lines: WordsOrigin[][] = []
    const rows: Cell[][] = []
    for (const row of this.#elementsIn(table)) {
      const cells: Cell[] = []
      for (const cell of this.#elementsIn(row.type)) {
        const found = this.#linesIn(cell.type)
        if (found.length === 0 && !this.#has(cell.item)) continue
        cells.push(found.map(({ line }) => line))
        lines.push(...found.map(({ words }) => words))
      }
      if (cells.length > 0) rows.push(cells)
    }
    const isThere = this.#has(item)
    if (!isThere && lines.every((words) => words.length === 0)) return undefined
    const block = squareTable(this.#attributes(table, isThere).header === true, rows)
    if (!block) return undefined
    // Filled up, it has lines that nobody wrote.
    const all = block.rows.flat(2).length
    return { block, lines: all === lines.length ? lines : Array.from({ length: all }, () => []) }
  }

  #linesIn(cell: Y.XmlElement): FoundLine[] {
    return this.#elementsIn(cell).flatMap(({ item, type }) => this.#line(item, type) ?? [])
  }

  #elementsIn(parent: Y.XmlElement): { item: Y.Item; type: Y.XmlElement }[] {
    const elements: { item: Y.Item; type: Y.XmlElement }[] = []
    for (let item = parent._start; item; item = item.right) {
      const type = typeIn(item)
      if (type instanceof Y.XmlElement) elements.push({ item, type })
    }
    return elements
  }
}
