import type { LogEntry } from '@forumpad/sync'
import * as Y from 'yjs'

type Keep = (entry: LogEntry, at: number) => Promise<void>

/** Somebody who writes in a pad of plain lines; each change becomes a row of a log at once. Places count characters, a new line as one. */
export class Typist {
  readonly #person: string
  readonly #doc: Y.Doc
  readonly #client: number
  readonly #keep: Keep

  /** @param other with whom the text is shared */
  constructor(person: string, client: number, keep: Keep, other?: Typist) {
    this.#person = person
    this.#client = client
    this.#keep = keep
    this.#doc = other ? other.#doc : new Y.Doc()
  }

  types(words: string, place = 0, at = 1_000): Promise<void> {
    return this.#change(at, (root) => {
      if (root.length === 0) root.insert(0, [paragraph('')])
      const { text, offset } = placeIn(root, place)
      text.insert(offset, words)
    })
  }

  deletes(place: number, length: number, at = 1_000): Promise<void> {
    return this.#change(at, (root) => {
      const { text, offset } = placeIn(root, place)
      text.delete(offset, length)
    })
  }

  /** As an editor does: what stands behind the place is written anew in the next line. */
  splits(place: number, at = 1_000): Promise<void> {
    return this.#change(at, (root) => {
      const { text, offset, index } = placeIn(root, place)
      const rest = text.toString().slice(offset)
      text.delete(offset, rest.length)
      root.insert(index + 1, [paragraph(rest)])
    })
  }

  /** Puts words in the place of others; both may hold new lines. */
  edits(place: number, removed: number, words: string, at = 1_000): Promise<void> {
    return this.#change(at, (root) => {
      if (root.length === 0) root.insert(0, [paragraph('')])
      const { text, offset, index } = placeIn(root, place)
      deleteFrom(root, index, offset, removed)
      const [first = '', ...more] = words.split('\n')
      const rest = more.length > 0 ? text.toString().slice(offset) : ''
      if (rest !== '') text.delete(offset, rest.length)
      if (first !== '') text.insert(offset, first)
      if (more.length > 0)
        root.insert(
          index + 1,
          more.map((words, i) => paragraph(i < more.length - 1 ? words : words + rest)),
        )
    })
  }

  get text(): string {
    return this.#doc.getXmlFragment('default').toArray().map(textOf).join('\n')
  }

  async #change(at: number, change: (root: Y.XmlFragment) => void): Promise<void> {
    const updates: Uint8Array[] = []
    const hear = (update: Uint8Array) => updates.push(update)
    this.#doc.clientID = this.#client
    this.#doc.on('update', hear)
    this.#doc.transact(() => change(this.#doc.getXmlFragment('default')))
    this.#doc.off('update', hear)
    for (const bytes of updates) await this.#keep({ person: this.#person, bytes }, at)
  }
}

function paragraph(words: string): Y.XmlElement {
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  return line
}

function placeIn(root: Y.XmlFragment, place: number): { text: Y.XmlText; offset: number; index: number } {
  let offset = place
  for (const [index, line] of root.toArray().entries()) {
    const text = line instanceof Y.XmlElement ? line.get(0) : undefined
    if (!(text instanceof Y.XmlText)) continue
    if (offset <= text.length) return { text, offset, index }
    offset -= text.length + 1
  }
  throw new Error('The text is not that long.')
}

function textOf(line: unknown): string {
  const text = line instanceof Y.XmlElement ? line.get(0) : undefined
  return text instanceof Y.XmlText ? text.toString() : ''
}

/** As an editor does: of what reaches into further lines, the rest of the last is written anew behind what is left of the first. */
function deleteFrom(root: Y.XmlFragment, index: number, offset: number, length: number): void {
  const first = root.get(index)
  const text = first instanceof Y.XmlElement ? first.get(0) : undefined
  if (!(text instanceof Y.XmlText) || length === 0) return
  const here = Math.min(length, text.length - offset)
  if (here > 0) text.delete(offset, here)
  let left = length - here
  let lines = 0
  let rest = ''
  while (left > 0) {
    const next = textOf(root.get(index + 1 + lines))
    lines += 1
    rest = next.slice(left - 1)
    left -= Math.min(left, next.length + 1)
  }
  if (lines > 0) root.delete(index + 1, lines)
  if (rest !== '') text.insert(text.length, rest)
}
