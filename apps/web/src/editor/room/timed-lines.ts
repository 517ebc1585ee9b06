import { MOST_MINUTES } from '@forumpad/api'

/** Something to talk about, and for how many minutes. */
export type TimedLine = { topic: string; minutes: number }

/**
 * `Topic (10 min)`, `Topic - 10 minutes`, `Topic [1 h 30 min]`: the time at the end of a line whose white space is single spaces. With more of it to
 * share out, trying every way would hang the page of everybody who looks.
 */
const AT_THE_END =
  /^(.*?)[ \p{Pd}:,]*[([]? ?(?:(\d{1,2}) ?(?:h|hours?)\b)? ?(?:(\d{1,4}) ?(?:m|min|mins|minutes?)\b)?\.? ?[)\]]?$/iu

/** The lines that say how long they take, in order; of two that are equal, the first. */
export function timedLines(lines: readonly string[]): TimedLine[] {
  const found = new Map<string, TimedLine>()
  for (const line of lines) {
    if (line.length > 300 || !/\d/.test(line)) continue
    const [, topic = '', hours, more] = AT_THE_END.exec(line.replace(/\s+/gu, ' ').trim()) ?? []
    const minutes = Number(hours ?? 0) * 60 + Number(more ?? 0)
    const words = topic.trim()
    if (words === '' || minutes < 1 || minutes > MOST_MINUTES) continue
    if (!found.has(`${words}\n${minutes}`)) found.set(`${words}\n${minutes}`, { topic: words, minutes })
  }
  return [...found.values()]
}
