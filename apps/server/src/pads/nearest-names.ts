/** Names that are less alike than this are no help to anybody. */
const LEAST_ALIKE = 0.35

/** Comparing letter by letter is dear, so only the likeliest names are compared so. */
const CLOSELY_COMPARED = 60

/** The names that somebody may have meant who typed `name`, the likeliest first. Case, accents and separators do not count. */
export function nearestNames(name: string, names: readonly string[], count: number): string[] {
  const wanted = fold(name)
  const wantedTrigrams = trigrams(wanted)
  return names
    .map((candidate) => {
      const folded = fold(candidate)
      return { candidate, folded, alike: shareInCommon(wantedTrigrams, trigrams(folded)) }
    })
    .sort((a, b) => b.alike - a.alike)
    .slice(0, CLOSELY_COMPARED)
    .map(({ candidate, folded, alike }) => ({ candidate, alike: Math.max(alike, closeness(wanted, folded)) }))
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .sort((a, b) => b.alike - a.alike || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** 1 if both have the same trigrams, 0 if they share none (Dice's coefficient). */
function shareInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const trigram of a) if (b.has(trigram)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** 1 for equal words, 0 for words of which no letter could stay. A name that begins as typed counts as near. */
function closeness(typed: string, name: string): number {
  if (typed === '' || name === '') return 0
  if (name.startsWith(typed) && typed.length > 2) return 0.9
  return 1 - editDistance(typed, name) / Math.max(typed.length, name.length)
}

/** How many letters must be put in, left out or changed (Levenshtein's distance), row by row. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
