/** How many members at the beginning and at the end of two lists are the very same. */
export function sameEnds<T>(was: readonly T[], is: readonly T[]): { first: number; last: number } {
  const most = Math.min(was.length, is.length)
  let [first, last] = [0, 0]
  while (first < most && was[first] === is[first]) first += 1
  while (last < most - first && was[was.length - 1 - last] === is[is.length - 1 - last]) last += 1
  return { first, last }
}
