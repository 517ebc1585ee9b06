import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import type { Line } from '../document.ts'
import type { BlockId } from '../line-name.ts'
import { plainText } from '../out/text.ts'
import { linesOf } from '../table.ts'
import { isGoodBlock } from './good-block.ts'
import { attributeItems, itemsOf, typeIn, type YType } from './items.ts'
import { paragraphsIn } from './paragraphs.ts'
import { type IdentifiedBlock, readItem } from './read-document.ts'

/** Words of a line that have ids which follow each other. `at` counts UTF-16 units from the line's beginning; a break is one. */
export type WordsOrigin = { at: number; length: number; client: number; clock: number }

/** A block with the ids of its words, line by line (`linesOf`), and of the items that say what it is: its kind, its level. */
export type TracedBlock = IdentifiedBlock & {
  words: readonly (readonly WordsOrigin[])[]
  shape: readonly BlockId[]
}

/**
 * What a pad's fragment holds, block by block, with the ids of all words.
 *
 * @param make what is wanted of each block
 * @param known what was made before, by the type that it was made of: it is given again. Take out what has changed.
 */
export function traceBlocks<Made>(
  fragment: Y.XmlFragment,
  make: (block: TracedBlock) => Made,
  known: WeakMap<YType, readonly Made[]> = new WeakMap(),
): Made[] {
  const all: Made[] = []
  for (const item of itemsOf(fragment)) {
    const type = typeIn(item)
    const made = (type && known.get(type)) ?? traceItem(item).map(make)
    if (type) known.set(type, made)
    for (const each of made) all.push(each)
  }
  return all
}

function traceItem(item: Y.Item): TracedBlock[] {
  const { client, clock } = item.id
  const blocks = readItem(item)
  const words = originsOf(item, linesOf({ blocks }))
  const type = typeIn(item)
  const shape = type ? attributeItems(type).map(([, { id }]) => ({ client: id.client, clock: id.clock })) : []
  let line = 0
  return blocks.map((block) => {
    const lines = linesOf({ blocks: [block] }).length
    line += lines
    return { id: { client, clock }, block, words: words.slice(line - lines, line), shape }
  })
}

function originsOf(item: Y.Item, lines: readonly Line[]): WordsOrigin[][] {
  const type = typeIn(item)
  if (!(type instanceof Y.XmlElement) || !isGoodBlock(type)) return inOrder(lines, new Characters(item))
  return paragraphsIn(type).map((paragraph, index) => {
    const line = lines[index]
    return line ? originsInLine(paragraph, line) : []
  })
}

function originsInLine(paragraph: Y.XmlElement, line: Line): WordsOrigin[] {
  const origins: WordsOrigin[] = []
  let at = 0
  for (const item of itemsOf(paragraph)) {
    const text = typeIn(item)
    if (!(text instanceof Y.XmlText)) at += 1
    else {
      for (const { id, content } of itemsOf(text)) {
        if (!(content instanceof Y.ContentString)) continue
        origins.push({ at, length: content.str.length, client: id.client, clock: id.clock })
        at += content.str.length
      }
    }
  }
  // What no pad may hold was left out while it was read: then the characters are found one by one.
  const isWhole = at === plainText(line.content).length
  return isWhole ? origins : (inOrder([line], new Characters(paragraph))[0] ?? [])
}

/** Finds the characters of lines among all that stand in a place, which come in the same order. */
function inOrder(lines: readonly Line[], characters: Characters): WordsOrigin[][] {
  return lines.map((line) => {
    const origins: WordsOrigin[] = []
    const text = plainText(line.content)
    for (let at = 0; at < text.length; at++) {
      const origin = characters.next(text[at] ?? '')
      const last = origins.at(-1)
      if (!origin) continue
      const { client, clock } = origin
      const follows = last?.client === client && last.clock + last.length === clock && last.at + last.length === at
      if (last && follows) last.length += 1
      else origins.push({ at, length: 1, client, clock })
    }
    return origins
  })
}

/** All characters below a type in order, with their ids. */
class Characters {
  readonly #pieces: { client: number; clock: number; text: string }[] = []
  #piece = 0
  #offset = 0

  constructor(place: Y.Item | YType) {
    // A stack of our own: what comes from outside may be nested as deeply as it likes.
    const left: Y.Item[] = place instanceof Y.Item ? [place] : [...itemsOf(place)].reverse()
    for (let item = left.pop(); item !== undefined; item = left.pop()) {
      const { content, id } = item
      if (content instanceof Y.ContentString)
        this.#pieces.push({ client: id.client, clock: id.clock, text: content.str })
      const type = typeIn(item)
      if (type) left.push(...[...itemsOf(type)].reverse())
    }
  }

  /** The id of the next character, if it is this one; those that no pad may hold are passed over. */
  next(character: string): { client: number; clock: number } | undefined {
    for (let piece = this.#pieces[this.#piece]; piece; piece = this.#pieces[this.#piece]) {
      const here = piece.text[this.#offset]
      const origin = { client: piece.client, clock: piece.clock + this.#offset }
      if (here === undefined) {
        this.#piece += 1
        this.#offset = 0
      } else if (here === character) {
        this.#offset += 1
        return origin
      } else if (isUnfit(here)) this.#offset += 1
      else return undefined
    }
    return undefined
  }
}

const isUnfit = (character: string): boolean => character === '\n' || cleanText(character) !== character
