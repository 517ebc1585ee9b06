import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import type { Block, Inline, Line, PadDocument, Table } from '../document.ts'
import { imageOf } from '../image.ts'
import { shapeOf } from '../line.ts'
import type { BlockId } from '../line-name.ts'
import { appendText } from '../marks.ts'
import { isGoodBlock } from './good-block.ts'
import { attributesOf, itemsOf, typeIn, type YType } from './items.ts'
import { linesFromUnknown } from './lines-from-unknown.ts'
import { runsOf } from './text-runs.ts'

/** What a pad's fragment holds. What the schema does not know is read as lines with the same words. */
export function readDocument(fragment: Y.XmlFragment): PadDocument {
  return { blocks: readBlocks(fragment).map(({ block }) => block) }
}

/** A block and the element it was read from; lines that were read from something unknown share one. */
export type IdentifiedBlock = { id: BlockId; block: Block }

/** As `readDocument`, with the lasting id of each block. */
export function readBlocks(fragment: Y.XmlFragment): IdentifiedBlock[] {
  const blocks: IdentifiedBlock[] = []
  for (const item of itemsOf(fragment)) {
    const { client, clock } = item.id
    for (const block of readItem(item)) blocks.push({ id: { client, clock }, block })
  }
  return blocks
}

/** What stands at one place of a fragment: one block, or several where the schema does not know it. */
export function readItem(item: Y.Item): Block[] {
  const type = typeIn(item)
  if (!(type instanceof Y.XmlElement) || !isGoodBlock(type)) return linesFromUnknown(item)
  if (type.nodeName === 'table') return [readTable(type)]
  if (type.nodeName === 'image') return [imageOf(attributesOf(type)) ?? []].flat()
  return [type.nodeName === 'rule' ? { type: 'rule' } : readLine(type)]
}

function readTable(table: Y.XmlElement): Table {
  const rows = elementsIn(table).map((row) => elementsIn(row).map((cell) => elementsIn(cell).map(readLine)))
  return { type: 'table', header: attributesOf(table).header === true, rows }
}

function elementsIn(element: Y.XmlElement): Y.XmlElement[] {
  return [...itemsOf(element)].map(typeIn).filter((type) => type instanceof Y.XmlElement)
}

/** What an element says that is a line. */
export function readLine(element: Y.XmlElement): Line {
  const content: Inline[] = []
  for (const item of itemsOf(element)) addInline(content, typeIn(item))
  return { type: 'paragraph', ...shapeOf(attributesOf(element)), content }
}

function addInline(content: Inline[], type: YType | undefined): void {
  if (type instanceof Y.XmlText) for (const { text, marks } of runsOf(type)) appendText(content, cleanText(text), marks)
  else content.push({ type: 'hardBreak' })
}
