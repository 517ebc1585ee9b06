import { sequenceDiff } from './sequence-diff.ts'

/** `put` stands where the characters from `from` to `to` of the earlier text stood. */
export type Splice = { from: number; to: number; put: string }

/** How a text became another: few, small splices, in order. */
export function splices(was: string, is: string): Splice[] {
  const [wasLines, isLines] = [linesOf(was), linesOf(is)]
  const places = startsOf(wasLines)
  return sequenceDiff(wasLines, isLines).map(({ from, to, start, end }) =>
    trimmed(places[from] ?? was.length, wasLines.slice(from, to).join(''), isLines.slice(start, end).join('')),
  )
}

/** What comes of a text that two have changed: both keep what they wrote, and what either took away is gone. */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  const own = splices(base, mine)
  const others = splices(base, theirs)
  const both = [...others, ...own.filter((each) => !others.some((other) => isSame(each, other)))]
  both.sort((a, b) => a.from - b.from)
  let merged = ''
  let done = 0
  for (const { from, to, put } of both) {
    merged += base.slice(done, Math.max(done, from)) + put
    done = Math.max(done, to)
  }
  return merged + base.slice(done)
}

/** Where a place in a text is after the text has become another. */
export function placeAfter(was: string, is: string, place: number): number {
  let moved = place
  for (const { from, to, put } of splices(was, is)) {
    if (from >= place) break
    moved += to <= place ? put.length - (to - from) : Math.min(put.length, place - from) - (place - from)
  }
  return moved
}

/** The lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function startsOf(lines: readonly string[]): number[] {
  let start = 0
  return lines.map((line) => {
    const own = start
    start += line.length
    return own
  })
}

function trimmed(at: number, was: string, is: string): Splice {
  const shorter = Math.min(was.length, is.length)
  let first = 0
  while (first < shorter && was[first] === is[first]) first++
  let last = 0
  while (last < shorter - first && was.at(-1 - last) === is.at(-1 - last)) last++
  return { from: at + first, to: at + was.length - last, put: is.slice(first, is.length - last) }
}

const isSame = (a: Splice, b: Splice): boolean => a.from === b.from && a.to === b.to && a.put === b.put
