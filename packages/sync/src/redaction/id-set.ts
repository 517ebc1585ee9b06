import { indexAfter } from '@forumpad/api'
import type { Span } from '../authorship/trace.ts'

type Range = { from: number; to: number }

/** Some items of a document, by their ids. */
export class IdSet {
  /** For each client, ascending and apart from each other. */
  readonly #clients = new Map<number, Range[]>()

  constructor(spans: Iterable<Span> = []) {
    for (const span of spans) this.add(span)
  }

  /** How many they are. */
  get size(): number {
    let size = 0
    for (const ranges of this.#clients.values()) for (const { from, to } of ranges) size += to - from
    return size
  }

  /** @returns whether any of them is new */
  add({ client, clock, length }: Span): boolean {
    if (length <= 0) return false
    const ranges = this.#clients.get(client) ?? []
    const end = clock + length
    // From the first that it overlaps or touches.
    const first = indexAfter(ranges, clock - 1)
    const met = ranges[first]
    if (met && met.from <= clock && met.to >= end) return false
    let last = first
    const joined = { from: clock, to: end }
    for (let range = ranges[last]; range && range.from <= end; range = ranges[++last]) {
      joined.from = Math.min(joined.from, range.from)
      joined.to = Math.max(joined.to, range.to)
    }
    ranges.splice(first, last - first, joined)
    this.#clients.set(client, ranges)
    return true
  }

  spans(): Span[] {
    return [...this.#clients].flatMap(([client, ranges]) =>
      ranges.map(({ from, to }) => ({ client, clock: from, length: to - from })),
    )
  }

  has(client: number, clock: number): boolean {
    const ranges = this.#clients.get(client)
    const range = ranges?.[indexAfter(ranges, clock)]
    return range !== undefined && range.from <= clock
  }

  /** The parts of a span that are in the set, in order. */
  within({ client, clock, length }: Span): Span[] {
    const ranges = this.#clients.get(client) ?? []
    const parts: Span[] = []
    for (let i = indexAfter(ranges, clock); i < ranges.length; i++) {
      const range = ranges[i]
      if (!range || range.from >= clock + length) break
      const from = Math.max(range.from, clock)
      parts.push({ client, clock: from, length: Math.min(range.to, clock + length) - from })
    }
    return parts
  }
}
