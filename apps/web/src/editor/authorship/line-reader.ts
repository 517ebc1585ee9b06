import type { AuthorshipMessage } from '@forumpad/api'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { KnownAuthors } from './known-authors.ts'
import { between, type Passage } from './passages.ts'
import { type IsLeaf, readLine, unsaidItems } from './read-line.ts'

/** Whose one line is. The same array as long as nothing about it has changed. */
export type AuthoredLine = readonly Passage[]

/** Past this many items of news, everything is read anew: that is quicker than finding each one's line. */
const MANY_ITEMS = 5_000

/** Reads who wrote the lines of a pad out of its document, and remembers it for the lines that did not change. */
export class LineReader {
  readonly #root: Y.XmlFragment
  readonly #known: KnownAuthors
  #read = new WeakMap<Y.XmlElement, { passages: AuthoredLine; size: number }>()
  readonly #forget: (events: { target: unknown }[]) => void

  /** Make it before the editor is bound to the document, so that it hears of changes first. */
  constructor(root: Y.XmlFragment, known: KnownAuthors) {
    this.#root = root
    this.#known = known
    this.#forget = (events) => {
      for (const { target } of events) this.#forgetLineOf(target)
    }
    root.observeDeep(this.#forget)
  }

  /** The lines as the editor shows them; undefined while editor and document differ. */
  lines(doc: Node): AuthoredLine[] | undefined {
    const elements = this.elements()
    if (elements.length !== doc.childCount) return
    const isLeaf = leavesOf(doc)
    return elements.map((element, index) => {
      const { passages, size } = this.#line(element, isLeaf)
      return size === sizeOf(doc.child(index)) ? passages : NOBODYS
    })
  }

  /** One line of the document, as it is now. */
  line(doc: Node, index: number): AuthoredLine {
    const element = this.elements()[index]
    return element ? this.#line(element, leavesOf(doc)).passages : NOBODYS
  }

  /** What was drawn by guess is kept for the items that the lines from `first` up to `end` consist of now. */
  keepGuesses(doc: Node, lines: readonly AuthoredLine[], first: number, end: number): void {
    const elements = this.elements()
    if (elements.length !== doc.childCount) return
    const isLeaf = leavesOf(doc)
    for (let place = first; place < end; place++) {
      const element = elements[place]
      if (!element || this.#line(element, isLeaf).size !== sizeOf(doc.child(place))) continue
      for (const { client, clock, length, at } of unsaidItems(element, this.#known, isLeaf)) {
        for (const { from, to, credit } of between(lines[place] ?? [], at, at + length)) {
          if (credit) this.#known.guess(client, clock + from, to - from, credit)
        }
      }
      this.#read.delete(element)
    }
  }

  /** Other authors are known of these items. Says whether any line has them. */
  forget(ranges: AuthorshipMessage['ranges'] | 'everything'): boolean {
    if (ranges === 'everything' || itemsIn(ranges) > MANY_ITEMS) {
      this.#read = new WeakMap()
      return true
    }
    const store = this.#root.doc?.store
    let isSeen = false
    for (const [client, list] of ranges) {
      const structs = store?.clients.get(client) ?? []
      for (const { from, to } of list) {
        if (from >= (store ? Y.getState(store, client) : 0)) continue
        for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
          const item = structs[i]
          if (!item || item.id.clock >= to) break
          if (item instanceof Y.Item && !item.deleted) isSeen = this.#forgetLineOf(typeOf(item)) || isSeen
        }
      }
    }
    return isSeen
  }

  stop(): void {
    this.#root.unobserveDeep(this.#forget)
  }

  elements(): Y.XmlElement[] {
    const elements: Y.XmlElement[] = []
    for (let item = this.#root._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue
      if (item.content.type instanceof Y.XmlElement) elements.push(item.content.type)
    }
    return elements
  }

  #line(element: Y.XmlElement, isLeaf: IsLeaf): { passages: AuthoredLine; size: number } {
    const read = this.#read.get(element)
    if (read) return read
    const now = readLine(element, this.#known, isLeaf)
    this.#read.set(element, now)
    return now
  }

  #forgetLineOf(type: unknown): boolean {
    for (let at = type; at instanceof Y.AbstractType; at = at.parent) {
      if (at.parent !== this.#root || !(at instanceof Y.XmlElement)) continue
      this.#read.delete(at)
      return true
    }
    return false
  }
}

const NOBODYS: AuthoredLine = []

/** How many characters a line has for the editor; a rule is one. */
export const sizeOf = (node: Node): number => (node.isLeaf ? 1 : node.content.size)

const leavesOf =
  (doc: Node): IsLeaf =>
  (name) =>
    doc.type.schema.nodes[name]?.isLeaf ?? false

/** The type that an item is, or stands in. */
const typeOf = ({ content, parent }: Y.Item): unknown => (content instanceof Y.ContentType ? content.type : parent)

function itemsIn(ranges: AuthorshipMessage['ranges']): number {
  let items = 0
  for (const list of ranges.values()) for (const { from, to } of list) items += to - from
  return items
}
