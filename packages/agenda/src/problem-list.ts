/** The most sentences that a report holds; a feed of ten thousand broken events must stay readable. */
const MOST = 200

/** Where something stands in a feed: a line, counted from 1, or words such as `Day 2, room "Hall", entry 3`. */
export type Place = number | string

/** Gathers sentences about a feed, each with its place, and keeps the list bounded. */
export type ProblemList = {
  /** `title` names the event where it is known. */
  at(place: Place, title: string | null, sentence: string): void
  whole(sentence: string): void
  sentences(): string[]
}

export function createProblemList(): ProblemList {
  const kept: string[] = []
  let more = 0
  const add = (sentence: () => string) => {
    if (kept.length < MOST) kept.push(sentence())
    else more += 1
  }
  return {
    whole: (sentence) => add(() => sentence),
    at: (place, title, sentence) =>
      add(() => {
        const where = typeof place === 'number' ? `Line ${place}` : place
        return `${where}${title ? `, event "${short(title)}"` : ''}: ${sentence}`
      }),
    sentences: () => (more === 0 ? kept : [...kept, `And ${more} more of such problems.`]),
  }
}

function short(title: string): string {
  return title.length <= 80 ? title : `${title.slice(0, 79)}…`
}
