import type { SessionLink } from '@forumpad/api'
import type { Words } from '../../languages/words.ts'
import { clock, dayName, wallTime } from '../../ui/event-times.ts'
import { fold } from './fold.ts'
import type { Offer } from './offer.ts'

const MOST = 8

/** The sessions in whose title or room every typed word begins a word; those whose title begins so first. */
export function sessionOffers(
  sessions: readonly SessionLink[],
  typed: string,
  { timeZone, words: said, origin }: { timeZone: string; words: Words; origin: string },
): Offer[] {
  const sought = fold(typed).trim()
  const wanted = sought.split(' ')
  const found = sessions.filter(({ title, room }) => {
    const words = fold(`${title} ${room ?? ''}`).split(/[^\p{L}\p{N}]+/u)
    return wanted.every((each) => words.some((word) => word.startsWith(each)) || fold(title).includes(each))
  })
  const begins = found.filter(({ title }) => fold(title).startsWith(sought))
  return [...begins, ...found.filter((each) => !begins.includes(each))].slice(0, MOST).map((session) => ({
    id: session.pad,
    name: session.title,
    detail: [whenOf(session, timeZone, said), session.room].filter((fact) => fact !== null).join(' · '),
    words: session.title,
    // Whole, because a link has to lead there from an export as well.
    href: `${origin}/p/${encodeURIComponent(session.pad)}`,
  }))
}

function whenOf({ start }: SessionLink, timeZone: string, words: Words): string | null {
  return start === null ? null : `${dayName(wallTime(start, timeZone).date, words)} ${clock(start, timeZone)}`
}
