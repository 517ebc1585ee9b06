/** Short words are too like each other to forgive anything. */
const SHORTEST = 4
/** From here on two typing errors are forgiven. */
const LONG = 8

/** How many typing errors a word may have: a letter more, less, another, or two swapped. */
export const forgiven = (word: string): number => (word.length < SHORTEST ? 0 : word.length < LONG ? 1 : 2)

/** Those of the words that somebody may have meant, but for the word itself. */
export function nearWords(word: string, words: readonly string[]): string[] {
  const most = forgiven(word)
  if (most === 0) return []
  return words.filter((each) => each !== word && isNear(word, each, most))
}

/** Whether two words differ by at most so many errors (optimal string alignment). */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return false
    before = last
    last = row
  }
  return (last[b.length] ?? 0) <= most
}
