import * as Y from 'yjs'
import type { LineChange, Piece, Standing } from '../differences/difference.ts'
import { SharesReader } from '../differences/flat-words.ts'
import { MARK_NAMES } from '../marks.ts'
import { type As, fillLine } from './fill-line.ts'
import { itemsOf, setAttribute, typeIn } from './items.ts'
import { formatsOf } from './write-document.ts'

/** Makes a line what a change says: the words that stay are not touched. */
export function changeLine(line: Y.XmlElement, { shape, words }: LineChange, wanted: Standing, as: As): void {
  if (shape) {
    for (const name of ['kind', 'level', 'checked', 'start'] as const) {
      const [before, after] = [shape.before[name], shape.after[name]]
      if (after === null) line.removeAttribute(name)
      else if (before !== after) setAttribute(line, name, after)
    }
  }
  if (words.every((piece) => piece.is === 'kept' && !piece.was)) return
  const texts = textsIn(line)
  const breaksChange = words.some(({ is, inline }) => is !== 'kept' && inline.type === 'hardBreak')
  if (!breaksChange && lengthOf(words) === texts.length) return changeWords(line, words, texts, as)
  // Where a line is broken otherwise, or holds what no pad may hold, its words are written anew.
  line.delete(0, line.length)
  if (wanted.block.type === 'paragraph') fillLine(line, wanted.block.content, new SharesReader(wanted.shares), as)
}

/** The texts of a line and where in it they stand; a hard break counts as one character. */
type Texts = { slots: { text: Y.XmlText; from: number; to: number }[]; length: number }

function textsIn(line: Y.XmlElement): Texts {
  const slots: Texts['slots'] = []
  let length = 0
  for (const item of itemsOf(line)) {
    const text = typeIn(item)
    if (text instanceof Y.XmlText) {
      slots.push({ text, from: length, to: length + text.length })
      length += text.length
    } else length += 1
  }
  return { slots, length }
}

const sizeOf = ({ inline }: Piece): number => (inline.type === 'text' ? inline.text.length : 1)

const lengthOf = (words: readonly Piece[]): number =>
  words.reduce((sum, piece) => (piece.is === 'added' ? sum : sum + sizeOf(piece)), 0)

/** From right to left, so that the places of what is still to be done stay true. */
function changeWords(line: Y.XmlElement, words: readonly Piece[], { slots, length }: Texts, as: As): void {
  let at = length
  for (const piece of words.toReversed()) {
    const end = at
    if (piece.is !== 'added') at -= sizeOf(piece)
    if (piece.inline.type !== 'text') continue
    const { text: added, marks } = piece.inline
    if (piece.is === 'added') {
      const { text, from } = slotAt(line, slots, at)
      as(piece.by, () => text.insert(at - from, added, formatsOf(marks)))
    } else if (piece.is === 'removed') {
      for (const { text, from, to } of slots) {
        const [start, stop] = [Math.max(at, from), Math.min(end, to)]
        if (start < stop) text.delete(start - from, stop - start)
      }
    } else if (piece.is === 'kept' && piece.was) {
      const formats = { ...NONE, ...formatsOf(marks) }
      for (const { text, from, to } of slots) {
        const [start, stop] = [Math.max(at, from), Math.min(end, to)]
        if (start < stop) text.format(start - from, stop - start, formats)
      }
    }
  }
}

const NONE = Object.fromEntries(MARK_NAMES.map((name) => [name, null]))

/** The text that a place is in, or at the end of; a new one where two breaks, or a break and an end of the line, stand side by side. */
function slotAt(line: Y.XmlElement, slots: Texts['slots'], at: number): Texts['slots'][number] {
  const known =
    slots.find(({ from, to }) => from < at && at <= to) ?? slots.find(({ from, to }) => from <= at && at <= to)
  if (known) return known
  const slot = { text: new Y.XmlText(), from: at, to: at }
  const before = childrenBefore(line, at)
  line.insert(before, [slot.text])
  slots.push(slot)
  return slot
}

function childrenBefore(line: Y.XmlElement, at: number): number {
  let [children, passed] = [0, 0]
  for (const item of itemsOf(line)) {
    const type = typeIn(item)
    const length = type instanceof Y.XmlText ? type.length : 1
    if (passed + length > at) break
    passed += length
    children += 1
  }
  return children
}
