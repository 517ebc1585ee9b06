import { initials, type Person, SERVER_PERSON, type PastBlock as SentBlock } from '@forumpad/api'
import { type LinePlace, linePlaces, shapeOf, type WrittenWords, writtenBlockHtml } from '@forumpad/pad-schema'
import type { CreditedWords, PastBlock } from './revision.ts'

export type KnownPerson = (id: string) => Person

/** Blocks as pages show them. One that has changed neither in itself nor by what stands around it is the same object again. */
export class SentBlocks {
  readonly people: Person[] = []
  readonly #places = new Map<string, number>()
  readonly #sent = new WeakMap<PastBlock, { around: string; block: SentBlock }>()
  #person: KnownPerson = () => {
    throw new Error('Nobody is known yet.')
  }

  know(person: KnownPerson): void {
    this.#person = person
  }

  /** Where in `people` somebody stands. */
  place(id: string): number {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    this.#places.set(id, this.people.length)
    return this.people.push(this.#person(id)) - 1
  }

  blocks(blocks: readonly PastBlock[]): SentBlock[] {
    const places = linePlaces(blocks.map(({ block }) => (block.type === 'paragraph' ? shapeOf(block) : null)))
    let before: string | undefined
    return blocks.map((past, index) => {
      const writers = writersOf(past)
      const main = writers[0]?.author
      const { block } = past
      const isHeading = block.type === 'paragraph' && block.kind === 'heading'
      // Like a name in a transcript: where the hand changes, and where something new begins.
      const isNamed = main !== before || isHeading
      before = main
      return this.#send(past, places[index] ?? {}, writers, isNamed)
    })
  }

  #send(past: PastBlock, place: LinePlace, writers: readonly Writer[], isNamed: boolean): SentBlock {
    const around = `${JSON.stringify(place)}${isNamed}`
    const known = this.#sent.get(past)
    if (known?.around === around) return known.block
    const { client, clock } = past.id
    const block = {
      id: `${client}-${clock}`,
      html: this.#html(past, place, writers[0]?.author, isNamed),
      wrote: writers.map(({ author, length }): [number, number] => [this.place(author), length]),
    }
    this.#sent.set(past, { around, block })
    return block
  }

  #html({ block, credits }: PastBlock, place: LinePlace, main: string | undefined, isNamed: boolean): string {
    const written = credits.map((line) => line.filter(isSomebodys).map((words) => this.#written(words)))
    if (main === undefined) return writtenBlockHtml(block, place, written, {})
    const { hue, name } = this.#person(main)
    const attributes = { 'data-written': '', 'data-hue': String(hue) }
    return writtenBlockHtml(
      block,
      place,
      written,
      isNamed ? { ...attributes, 'data-initials': initials(name) } : attributes,
    )
  }

  #written({ from, to, author }: CreditedWords): WrittenWords {
    const { hue, name } = this.#person(author)
    return { from, to, attributes: { class: 'written', 'data-hue': String(hue), title: name } }
  }
}

type Writer = { author: string; length: number }

/** Whoever wrote in a block; who wrote most comes first. The template is nobody's. */
function writersOf({ credits }: PastBlock): Writer[] {
  const lengths = new Map<string, number>()
  for (const line of credits) {
    for (const { author, from, to } of line.filter(isSomebodys))
      lengths.set(author, (lengths.get(author) ?? 0) + to - from)
  }
  return [...lengths].map(([author, length]) => ({ author, length })).sort((a, b) => b.length - a.length)
}

const isSomebodys = ({ author }: CreditedWords): boolean => author !== SERVER_PERSON
