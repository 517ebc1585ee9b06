import type { Person } from '@forumpad/api'
import { clockOf, dayName, wallTime, zoneName } from '../../ui/event-times.ts'
import type { AuthorShare } from './line-authors.ts'

/** `Wed 10 May, 14:40–14:52 EDT`, on the wall of a zone. */
export function whenWords(first: number, last: number, zone: string): string {
  const [from, to] = [wallTime(first, zone), wallTime(last, zone)]
  const until = [from.date === to.date ? '' : `${dayName(to.date)}, `, clockOf(to.minutes)].join('')
  const end = first === last ? '' : `–${until}`
  return `${dayName(from.date)}, ${clockOf(from.minutes)}${end} ${zoneName(last, zone)}`
}

/** What else is to be said of an author's words: who moved them, and whether the author is certain. */
export function moreWords({ movedBy, unverified }: AuthorShare, person: (id: string) => Person): string[] {
  const movers = movedBy.map((id) => person(id).name)
  return [
    ...(movers.length > 0 ? [`Moved by ${movers.join(', ')}`] : []),
    ...(unverified ? ['Author unverified: somebody else brought these words along'] : []),
  ]
}

/** Whose a line is, as sentences to be read out. */
export function spokenWords(shares: readonly AuthorShare[], person: (id: string) => Person, zone: string): string {
  if (shares.length === 0) return 'Nobody has written in this line.'
  return shares
    .map((share) => {
      const facts = [person(share.author).name, whenWords(share.first, share.last, zone), ...moreWords(share, person)]
      return `${facts.join(', ')}.`
    })
    .join(' ')
}
