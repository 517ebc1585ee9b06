import { type Block, line, type PadDocument } from '@forumpad/pad-schema'
import fc from 'fast-check'

export type RandomEdit = { who: number; at: number; to: number; what: (typeof EDITS)[number]; words: string }

const EDITS = ['line', 'line', 'words', 'words', 'cut', 'drop', 'move', 'kind', 'wipe'] as const

const words = fc.array(fc.constantFrom('yes', 'no', 'we', 'meet', 'again', 'so it is', '😀', '会議'), {
  minLength: 1,
  maxLength: 5,
})

const edit: fc.Arbitrary<RandomEdit> = fc.record({
  who: fc.nat(2),
  at: fc.nat(6),
  to: fc.nat(6),
  what: fc.constantFrom(...EDITS),
  words: words.map((all) => all.join(' ')),
})

/** A history of a few edits, by three people. */
export const anyEdits = fc.array(edit, { minLength: 2, maxLength: 16 })

/** What a document is after an edit. */
export function edited({ blocks: before }: PadDocument, { at, to, what, words }: RandomEdit): PadDocument {
  const blocks = [...before]
  const place = blocks.length === 0 ? 0 : at % blocks.length
  const block = blocks[place]
  if (what === 'wipe') return { blocks: [line('text', words)] }
  if (what === 'line' || block?.type !== 'paragraph') blocks.splice(place, 0, line('text', words))
  else if (what === 'drop') blocks.splice(place, 1)
  else if (what === 'move') blocks.splice(to % blocks.length, 0, ...blocks.splice(place, 1))
  else if (what === 'kind') blocks[place] = { ...block, kind: block.kind === 'quote' ? 'text' : 'quote' }
  else blocks[place] = what === 'words' ? withWords(block, words, to) : withoutWords(block, to)
  return { blocks }
}

function withWords(block: Extract<Block, { type: 'paragraph' }>, words: string, to: number): Block {
  const old = textOf(block)
  const at = Math.min(old.length, to * 3)
  const place = old.slice(0, at).search(/[\ud800-\udbff]$/) >= 0 ? at - 1 : at
  return line(block.kind, `${old.slice(0, place)} ${words} ${old.slice(place)}`, { level: block.level })
}

function withoutWords(block: Extract<Block, { type: 'paragraph' }>, to: number): Block {
  const left = textOf(block).split(' ')
  left.splice(to % left.length, 2)
  return line(block.kind, left.join(' '), { level: block.level })
}

const textOf = ({ content }: Extract<Block, { type: 'paragraph' }>): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
