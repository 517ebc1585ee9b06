/** What code is coloured by: few colours, all of them read easily on the paper of code. */
export type CodeColour = 'word' | 'string' | 'number' | 'comment' | 'gone'

/** A stretch of code, or of one line of it, that wears a colour. */
export type ColouredRange = { from: number; to: number; colour: CodeColour }

/** The ranges of a text of several lines as ranges of each line. */
export function rangesByLine(lines: readonly string[], ranges: readonly ColouredRange[]): ColouredRange[][] {
  let start = 0
  let next = 0
  return lines.map((line) => {
    const end = start + line.length
    const found: ColouredRange[] = []
    for (let index = next; index < ranges.length; index++) {
      const range = ranges[index]
      if (range === undefined || range.from >= end) break
      const [from, to] = [Math.max(range.from, start), Math.min(range.to, end)]
      if (from < to) found.push({ from: from - start, to: to - start, colour: range.colour })
      // What ends in this line has no part in the next.
      if (range.to <= end + 1) next = index + 1
    }
    start = end + 1
    return found
  })
}

/** The ranges of a line after it was changed, as far as they are still right: the rest waits for the next colouring. */
export function rangesAfterEdit(ranges: readonly ColouredRange[], before: string, after: string): ColouredRange[] {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[same] === after[same]) same++
  let rest = 0
  while (rest < shorter - same && before[before.length - 1 - rest] === after[after.length - 1 - rest]) rest++
  const grown = after.length - before.length
  const moved = (place: number) => (place <= same ? place : place >= before.length - rest ? place + grown : same)
  return ranges
    .map(({ from, to, colour }) => ({ from: moved(from), to: moved(to), colour }))
    .filter(({ from, to }) => from < to)
}
