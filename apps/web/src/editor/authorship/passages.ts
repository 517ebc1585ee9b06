import { type Credit, sameCredit } from '@forumpad/api'

/** A stretch of a line, and who wrote it; null where nobody is known. Characters from the line's start, as the editor counts. */
export type Passage = { from: number; to: number; credit: Credit | null }

/** Adds a passage after the others, joined to the last one if it is by the same. */
export function append(passages: Passage[], { from, to, credit }: Passage): void {
  if (to <= from) return
  const last = passages.at(-1)
  if (last && last.to === from && isSame(last.credit, credit)) last.to = to
  else passages.push({ from, to, credit })
}

/** The part of the passages from one place to another, counted from there. */
export function between(passages: readonly Passage[], from: number, to: number): Passage[] {
  const part: Passage[] = []
  for (const passage of passages) {
    append(part, {
      from: Math.max(passage.from, from) - from,
      to: Math.min(passage.to, to) - from,
      credit: passage.credit,
    })
  }
  return part
}

function isSame(a: Credit | null, b: Credit | null): boolean {
  return a === b || (a !== null && b !== null && sameCredit(a, b))
}

/** Whether both lists give the same characters to the same authors. */
export function sameAuthors(a: readonly Passage[], b: readonly Passage[]): boolean {
  if (a === b) return true
  const [mine, others] = [byAuthor(a), byAuthor(b)]
  return (
    mine.length === others.length &&
    mine.every((passage, i) => {
      const other = others[i]
      return passage.from === other?.from && passage.to === other.to && passage.author === other.author
    })
  )
}

/** Passages of one author, whatever else differs; those of nobody left out. */
export function byAuthor(passages: readonly Passage[]): { from: number; to: number; author: string }[] {
  const joined: { from: number; to: number; author: string }[] = []
  for (const { from, to, credit } of passages) {
    if (!credit) continue
    const last = joined.at(-1)
    if (last?.author === credit.author && last.to === from) last.to = to
    else joined.push({ from, to, author: credit.author })
  }
  return joined
}
