/** What is compared of a text: the least of the numbers of its pairs of letters, in ascending order. Any script has pairs of letters. */
export type Likeness = { marks: readonly number[]; length: number }

const MOST_MARKS = 48
/** Two texts that begin alike for so long are alike enough. */
const LONGEST = 600

export function likenessOf(text: string): Likeness {
  const marks = new Set<number>()
  const end = Math.min(text.length, LONGEST)
  for (let i = 0; i + 1 < end; i++) marks.add(mixed(text.charCodeAt(i), text.charCodeAt(i + 1)))
  return { marks: [...marks].sort((a, b) => a - b).slice(0, MOST_MARKS), length: text.length }
}

/** Spreads the pairs evenly, so that the least numbers are a fair sample of them. */
function mixed(first: number, second: number): number {
  const mix = Math.imul((first << 16) | second, 0x9e3779b1)
  return (mix ^ (mix >>> 15)) >>> 0
}

/** How alike two texts are, from 0 to 1. */
export function alike(a: Likeness, b: Likeness): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (shorter.marks.length === 0 || longer.length > 4 * shorter.length) return 0
  let [i, j, same] = [0, 0, 0]
  while (i < a.marks.length && j < b.marks.length) {
    const difference = (a.marks[i] ?? 0) - (b.marks[j] ?? 0)
    if (difference === 0) same += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return (2 * same) / (a.marks.length + b.marks.length)
}
