/** The most sentences that a report holds; a feed of ten thousand broken events must stay readable. */
const MOST = 200

/** Gathers sentences about a feed, each with its place, and keeps the list bounded. */
export type ProblemList = {
  /** `line` counts from 1; `title` names the event where it is known. */
  at(line: number, title: string | null, sentence: string): void
  whole(sentence: string): void
  sentences(): string[]
}

export function createProblemList(): ProblemList {
  const kept: string[] = []
  let more = 0
  const whole = (sentence: string) => {
    if (kept.length < MOST) kept.push(sentence)
    else more += 1
  }
  return {
    whole,
    at: (line, title, sentence) => whole(`Line ${line}${title ? `, event "${short(title)}"` : ''}: ${sentence}`),
    sentences: () => (more === 0 ? kept : [...kept, `And ${more} more of such problems.`]),
  }
}

function short(title: string): string {
  return title.length <= 80 ? title : `${title.slice(0, 79)}…`
}
