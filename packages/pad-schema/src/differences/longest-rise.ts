/** The longest of the lists that can be made of pairs, given in ascending order of the first number, so that the second rises too. */
export function longestRise<Pair extends readonly [number, number]>(pairs: readonly Pair[]): Pair[] {
  /** For each length the place of the pair that ends a rise of that length with the least number. */
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(([, value], at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  })
  const rise: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) rise.push(pair)
  }
  return rise.reverse()
}
