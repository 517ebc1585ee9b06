import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import type { Block, Inline, PadDocument } from '../document.ts'
import { shapeOf } from '../line.ts'
import { appendText } from '../marks.ts'
import { isGoodBlock } from './good-block.ts'
import { attributesOf, itemsOf, typeIn, type YType } from './items.ts'
import { linesFromUnknown } from './lines-from-unknown.ts'
import { runsOf } from './text-runs.ts'

/** What a pad's fragment holds. What the schema does not know is read as lines with the same words. */
export function readDocument(fragment: Y.XmlFragment): PadDocument {
  const blocks: Block[] = []
  for (const item of itemsOf(fragment)) blocks.push(...readItem(item))
  return { blocks }
}

function readItem(item: Y.Item): Block[] {
  const type = typeIn(item)
  if (!(type instanceof Y.XmlElement) || !isGoodBlock(type)) return linesFromUnknown(item)
  return [type.nodeName === 'rule' ? { type: 'rule' } : readLine(type)]
}

function readLine(element: Y.XmlElement): Block {
  const content: Inline[] = []
  for (const item of itemsOf(element)) addInline(content, typeIn(item))
  return { type: 'paragraph', ...shapeOf(attributesOf(element)), content }
}

function addInline(content: Inline[], type: YType | undefined): void {
  if (type instanceof Y.XmlText) for (const { text, marks } of runsOf(type)) appendText(content, cleanText(text), marks)
  else content.push({ type: 'hardBreak' })
}
