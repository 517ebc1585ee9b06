import type { AuthoredRange } from './authorship.ts'

/** Who wrote something, without where it is. */
export type Credit = Omit<AuthoredRange, 'from' | 'to'>

/**
 * Who wrote each item of a document: for each Yjs client, ranges of clocks that are sorted, do not touch unless they differ, and may have
 * gaps. Looking something up costs the logarithm of the number of ranges, adding at the end nothing.
 */
export class CreditMap {
  readonly #clients = new Map<number, AuthoredRange[]>()

  /** The clients in ascending order. */
  get clients(): number[] {
    return [...this.#clients.keys()].sort((a, b) => a - b)
  }

  get size(): number {
    let size = 0
    for (const ranges of this.#clients.values()) size += ranges.length
    return size
  }

  of(client: number): readonly AuthoredRange[] {
    return this.#clients.get(client) ?? []
  }

  /** Who wrote the item, or undefined if nothing is known of it. */
  at(client: number, clock: number): Credit | undefined {
    const ranges = this.of(client)
    const range = ranges[indexAfter(ranges, clock)]
    return range && range.from <= clock ? range : undefined
  }

  /** The ranges between two clocks, cut off at both. */
  slice(client: number, from: number, to: number): AuthoredRange[] {
    const ranges = this.of(client)
    const slice: AuthoredRange[] = []
    for (let i = indexAfter(ranges, from); i < ranges.length; i++) {
      const range = ranges[i]
      if (!range || range.from >= to) break
      slice.push({ ...range, from: Math.max(range.from, from), to: Math.min(range.to, to) })
    }
    return slice
  }

  /** Credits a range, whoever had it before. */
  set(client: number, range: AuthoredRange): void {
    if (range.to <= range.from) return
    const ranges = this.#clients.get(client)
    if (!ranges) this.#clients.set(client, [{ ...range }])
    else if (!extendsLast(ranges, range)) put(ranges, range)
  }
}

/** The index of the first of some ranges that ends after `clock`; their count if none does. They ascend and are apart from each other. */
export function indexAfter(ranges: readonly Pick<AuthoredRange, 'to'>[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.to ?? 0) > clock) high = middle
    else low = middle + 1
  }
  return low
}

/** The quick way for somebody who types on. */
function extendsLast(ranges: AuthoredRange[], range: AuthoredRange): boolean {
  const last = ranges.at(-1)
  if (!last || range.from < last.to) return false
  if (range.from === last.to && sameCredit(last, range)) last.to = range.to
  else ranges.push({ ...range })
  return true
}

function put(ranges: AuthoredRange[], range: AuthoredRange): void {
  const first = indexAfter(ranges, range.from - 1)
  let end = first
  while ((ranges[end]?.from ?? Number.POSITIVE_INFINITY) <= range.to) end += 1
  const middle = { ...range }
  const before: AuthoredRange[] = []
  const after: AuthoredRange[] = []
  for (const old of ranges.slice(first, end)) {
    if (sameCredit(old, range)) {
      middle.from = Math.min(middle.from, old.from)
      middle.to = Math.max(middle.to, old.to)
      continue
    }
    if (old.from < range.from) before.push({ ...old, to: range.from })
    if (old.to > range.to) after.push({ ...old, from: range.to })
  }
  ranges.splice(first, end - first, ...before, middle, ...after)
}

export function sameCredit(a: Credit, b: Credit): boolean {
  return a.author === b.author && a.at === b.at && a.movedBy === b.movedBy && a.verified === b.verified
}
