import type { HistoryStretch, PastBlock, Person } from '@forumpad/api'

/** A block of a past text, and who wrote how much of it. */
export type ShownBlock = { id: string; html: string; wrote: readonly { person: Person; length: number }[] }

/** A pad at a revision. A block that several frames have is the same object in all of them. */
export type ShownFrame = { number: number; at: string; person: Person; blocks: readonly ShownBlock[] }

const MOST_FRAMES = 600
const MOST_BLOCKS = 60_000

/** The revisions that the server has told of, the last few hundred of them. */
export class KnownFrames {
  /** In the order in which they came. */
  readonly #frames = new Map<number, ShownFrame>()
  readonly #blocks = new Map<string, ShownBlock>()

  at(number: number): ShownFrame | undefined {
    return this.#frames.get(number)
  }

  /** Takes what the server sent and gives its frames. */
  take({ people, first, steps }: HistoryStretch): ShownFrame[] {
    if (this.#blocks.size > MOST_BLOCKS) this.#blocks.clear()
    const block = (sent: PastBlock) => this.#block(sent, people)
    let blocks: readonly ShownBlock[] = first.blocks.map(block)
    const frames = [this.#keep(first, blocks, people)]
    for (const step of steps) {
      const before = blocks
      blocks = step.pieces.flatMap((piece) =>
        'keep' in piece ? before.slice(piece.keep[0], piece.keep[0] + piece.keep[1]) : piece.put.map(block),
      )
      frames.push(this.#keep(step, blocks, people))
    }
    return frames
  }

  #keep(
    { number, at, by }: { number: number; at: string; by: number },
    blocks: readonly ShownBlock[],
    people: readonly Person[],
  ): ShownFrame {
    const frame = { number, at, person: personAt(people, by), blocks }
    this.#frames.delete(number)
    this.#frames.set(number, frame)
    const [oldest] = this.#frames.keys()
    if (this.#frames.size > MOST_FRAMES && oldest !== undefined) this.#frames.delete(oldest)
    return frame
  }

  #block({ id, html, wrote }: PastBlock, people: readonly Person[]): ShownBlock {
    const key = `${id} ${html}`
    const known = this.#blocks.get(key)
    if (known) return known
    const block = { id, html, wrote: wrote.map(([by, length]) => ({ person: personAt(people, by), length })) }
    this.#blocks.set(key, block)
    return block
  }
}

const NOBODY: Person = { id: '', name: 'Somebody', hue: 0 }

const personAt = (people: readonly Person[], place: number): Person => people[place] ?? NOBODY

/** Who wrote how much of a text; who wrote most comes first. */
export function sharesOf({ blocks }: ShownFrame): { person: Person; length: number }[] {
  const shares = new Map<string, { person: Person; length: number }>()
  for (const { wrote } of blocks) {
    for (const { person, length } of wrote) {
      const before = shares.get(person.id)?.length ?? 0
      shares.set(person.id, { person, length: before + length })
    }
  }
  return [...shares.values()].sort((a, b) => b.length - a.length)
}
