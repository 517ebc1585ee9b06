import * as Y from 'yjs'
import type { Span } from '../authorship/trace.ts'
import { IdSet } from './id-set.ts'

/** A type of whatever kind. */
type YType = Y.ContentType['type']

/** Words that stand side by side, and where their ids are. */
type Text = { text: string; pieces: (Span & { at: number })[] }

/**
 * Looks for words while the log of a pad is replayed: wherever they can be read in a line at any revision, and in what a row brings that
 * nobody ever saw. Notes besides which characters have an address (a link's).
 */
export class WordsInLog {
  readonly #words: readonly string[]
  readonly #isAddress: (mark: string) => boolean
  /** Each place where one of the words stands, by its first character. */
  readonly #places = new Map<string, Span[]>()
  readonly #addresses = new Map<string, { item: Span; characters: IdSet }>()

  /** @param address the name of the mark that gives words an address */
  constructor(words: readonly string[], address: string) {
    this.#words = words
    this.#isAddress = (mark) => mark === address || mark.startsWith(`${address}--`)
  }

  get places(): readonly (readonly Span[])[] {
    return [...this.#places.values()]
  }

  /** The items that give any of these characters an address. */
  addressesOf(characters: IdSet): IdSet {
    const of = new IdSet()
    for (const { item, characters: under } of this.#addresses.values())
      if (under.spans().some((span) => characters.within(span).length > 0)) of.add(item)
    return of
  }

  /** Looks at what a row brings. */
  readRow(bytes: Uint8Array): void {
    if (this.#words.length === 0) return
    for (const text of textsIn(Y.decodeUpdate(bytes).structs)) this.#look(text)
  }

  /** Looks at the lines that a transaction has changed, in `afterTransaction`. */
  readLines({ changed, beforeState, afterState, doc }: Y.Transaction): void {
    const lines = new Set<YType>()
    for (const type of changed.keys()) lines.add(lineOf(type as YType))
    for (const [client, end] of afterState) {
      const begin = beforeState.get(client) ?? 0
      if (end <= begin) continue
      const structs = doc.store.clients.get(client) ?? []
      for (let i = Y.findIndexSS(structs, begin); i < structs.length; i++) {
        const struct = structs[i]
        if (struct instanceof Y.Item && !struct.deleted && struct.parent instanceof Y.AbstractType)
          lines.add(lineOf(struct.parent))
      }
    }
    for (const line of lines) {
      this.#look(textOf(line))
      for (const text of textTypesIn(line)) this.#noteAddresses(text)
    }
  }

  #look({ text, pieces }: Text): void {
    for (const word of this.#words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const spans = spansOf(pieces, at, word.length)
        const [first] = spans
        if (first) this.#places.set(`${first.client} ${first.clock} ${word}`, spans)
      }
    }
  }

  #noteAddresses(text: Y.XmlText): void {
    let now: Span | undefined
    for (let item = text._start; item; item = item.right) {
      const { content, deleted, id, length } = item
      if (deleted) continue
      const span = { client: id.client, clock: id.clock, length }
      if (content instanceof Y.ContentFormat && this.#isAddress(content.key))
        now = content.value === null ? undefined : span
      else if (now && content instanceof Y.ContentString) {
        const key = `${now.client} ${now.clock}`
        const known = this.#addresses.get(key) ?? { item: now, characters: new IdSet() }
        known.characters.add(span)
        this.#addresses.set(key, known)
      }
    }
  }
}

/** The element whose texts are read as one. */
function lineOf(type: YType): YType {
  return type instanceof Y.XmlText && type.parent instanceof Y.XmlElement ? type.parent : type
}

function* textTypesIn(line: YType): Generator<Y.XmlText> {
  if (line instanceof Y.XmlText) return yield line
  for (let item = line._start; item; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText)
      yield item.content.type
}

function textOf(line: YType): Text {
  const all: Text = { text: '', pieces: [] }
  const read = (type: YType) => {
    for (let item = type._start; item; item = item.right) {
      const { content, deleted, countable } = item
      if (deleted || !countable) continue
      if (content instanceof Y.ContentString) append(all, item, content.str)
      else if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) read(content.type)
      else all.text += '\n'
    }
  }
  read(line)
  return all
}

/** What one client wrote from left to right; formats in between cannot be seen. */
function textsIn(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): Text[] {
  const texts: Text[] = []
  let last: Y.Item | undefined
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) {
      last = undefined
      continue
    }
    const { content, origin } = struct
    const goesOn = last !== undefined && Y.compareIDs(origin, last.lastId)
    const isText = content instanceof Y.ContentString
    if (isText && !goesOn) texts.push({ text: '', pieces: [] })
    const text = texts.at(-1)
    if (isText && text) append(text, struct, content.str)
    last = isText || (goesOn && content instanceof Y.ContentFormat) ? struct : undefined
  }
  return texts
}

function append(all: Text, { id }: Y.Item, words: string): void {
  all.pieces.push({ client: id.client, clock: id.clock, length: words.length, at: all.text.length })
  all.text += words
}

function spansOf(pieces: Text['pieces'], from: number, length: number): Span[] {
  return pieces.flatMap(({ client, clock, length: whole, at }) => {
    const begin = Math.max(at, from)
    const end = Math.min(at + whole, from + length)
    return end > begin ? [{ client, clock: clock + begin - at, length: end - begin }] : []
  })
}
