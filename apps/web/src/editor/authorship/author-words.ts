import type { Person } from '@forumpad/api'
import type { Words } from '../../languages/words.ts'
import { clockOf, dayName, wallTime, zoneName } from '../../ui/event-times.ts'
import type { AuthorShare } from './line-authors.ts'

/** `Wed 10 May, 14:40–14:52 EDT`, on the wall of a zone. */
export function whenWords(first: number, last: number, zone: string, words: Words): string {
  const [from, to] = [wallTime(first, zone), wallTime(last, zone)]
  const until = from.date === to.date ? clockOf(to.minutes) : dayAndClock(to, words)
  const time = first === last ? dayAndClock(from, words) : `${dayAndClock(from, words)}–${until}`
  return `${time} ${zoneName(last, zone, words)}`
}

function dayAndClock({ date, minutes }: ReturnType<typeof wallTime>, words: Words): string {
  return words.say('{day}, {time}', { day: dayName(date, words), time: clockOf(minutes) })
}

type PersonOf = (id: string) => Person

/** What else is to be said of an author's words: who moved them, and whether the author is certain. */
export function moreWords({ movedBy, unverified }: AuthorShare, person: PersonOf, { say }: Words): string[] {
  const names = movedBy.map((id) => person(id).name).join(', ')
  return [
    ...(names === '' ? [] : [say('Moved by {names}', { names })]),
    ...(unverified ? [say('Author unverified: somebody else brought these words along')] : []),
  ]
}

/** Whose a line is, as sentences to be read out. */
export function spokenWords(shares: readonly AuthorShare[], person: PersonOf, zone: string, words: Words): string {
  if (shares.length === 0) return words.say('Nobody has written in this line.')
  return shares
    .map((share) => {
      const when = whenWords(share.first, share.last, zone, words)
      return `${[person(share.author).name, when, ...moreWords(share, person, words)].join(', ')}.`
    })
    .join(' ')
}
