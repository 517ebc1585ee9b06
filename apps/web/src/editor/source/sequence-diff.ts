/** A stretch of one sequence that became a stretch of another: `from` to `to` of the first, `start` to `end` of the second. */
export type Hunk = { from: number; to: number; start: number; end: number }

/** Beyond this many comparisons, what lies between the equal ends is one hunk. */
const MOST_COMPARISONS = 4_000_000

/** How `is` differs from `was`, in order: a longest common part stays. */
export function sequenceDiff(was: readonly string[], is: readonly string[]): Hunk[] {
  const shorter = Math.min(was.length, is.length)
  let first = 0
  while (first < shorter && was[first] === is[first]) first++
  let last = 0
  while (last < shorter - first && was.at(-1 - last) === is.at(-1 - last)) last++
  const [rows, columns] = [was.length - first - last, is.length - first - last]
  if (rows === 0 && columns === 0) return []
  const whole = { from: first, to: first + rows, start: first, end: first + columns }
  if (rows === 0 || columns === 0 || rows * columns > MOST_COMPARISONS) return [whole]
  return middle(was.slice(first, first + rows), is.slice(first, first + columns)).map(({ from, to, start, end }) => ({
    from: from + first,
    to: to + first,
    start: start + first,
    end: end + first,
  }))
}

function middle(was: readonly string[], is: readonly string[]): Hunk[] {
  const width = is.length + 1
  /** The length of the longest common part of what comes from a pair of places on. */
  const common = new Uint32Array((was.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = was.length - 1; row >= 0; row--)
    for (let column = is.length - 1; column >= 0; column--)
      common[row * width + column] =
        was[row] === is[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const hunks: Hunk[] = []
  let [row, column] = [0, 0]
  while (row < was.length || column < is.length) {
    const [from, start] = [row, column]
    while ((row < was.length || column < is.length) && !(row < was.length && was[row] === is[column])) {
      if (column >= is.length || (row < was.length && at(row + 1, column) >= at(row, column + 1))) row++
      else column++
    }
    if (row > from || column > start) hunks.push({ from, to: row, start, end: column })
    while (row < was.length && column < is.length && was[row] === is[column]) {
      row++
      column++
    }
  }
  return hunks
}
