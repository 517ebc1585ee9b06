import * as Y from 'yjs'
import type { Marks } from '../document.ts'
import { isMarkName, withMark } from '../marks.ts'

/** y-tiptap writes a mark that may be worn twice with a hash behind its name. */
const HASHED = /--[a-zA-Z0-9+/=]{8}$/

export type Run = { text: string; marks: Marks }

/** The words of a Yjs text with their marks; what is no text is left out. */
export function runsOf(text: Y.Text): Run[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap(
    ({ insert, attributes }) =>
      typeof insert === 'string' ? [{ text: insert, marks: marksOf(attributes ?? {}) }] : [],
  )
}

/** What a stretch wears by the formats of Yjs. */
export function marksOf(formats: Record<string, unknown>): Marks {
  let marks: Marks = {}
  for (const [format, value] of Object.entries(formats)) {
    const name = format.replace(HASHED, '')
    if (value !== null && isMarkName(name)) marks = withMark(marks, name, value)
  }
  return marks
}

/** Whether a Yjs text holds nothing but characters. */
export function isPlain(text: Y.Text): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable && !(item.content instanceof Y.ContentString)) return false
  }
  return true
}
