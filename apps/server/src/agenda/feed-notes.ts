import type { FeedNews } from '@forumpad/agenda'

/** What is true of a feed as a whole, in sentences. */
export function feedNotes({ idsChanged, shift, rooms }: FeedNews, unclear: number): string[] {
  return [
    ...(idsChanged
      ? ['Most sessions came under new ids although their titles are known: they were recognised by what they say.']
      : []),
    ...(shift === 0 ? [] : [shiftNote(shift, span(Math.abs(shift)))]),
    ...rooms.map(({ before, after }) => `The room "${before}" is called "${after}" now.`),
    ...(unclear === 0
      ? []
      : [
          unclear === 1
            ? '1 session is unclear: nothing happens to it until somebody decides.'
            : `${unclear} sessions are unclear: nothing happens to them until somebody decides.`,
        ]),
  ]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Whole sentences, which other languages can say. */
function shiftNote(shift: number, by: string): string {
  if (Math.abs(shift) <= 14 * HOUR)
    return shift > 0
      ? `All times are ${by} later than before: this looks like a change of the time zone.`
      : `All times are ${by} earlier than before: this looks like a change of the time zone.`
  return shift > 0
    ? `All times are ${by} later than before: the whole agenda has moved.`
    : `All times are ${by} earlier than before: the whole agenda has moved.`
}

/** `10 h`: signs that are the same in every language. */
function span(milliseconds: number): string {
  if (milliseconds % DAY === 0) return `${milliseconds / DAY} d`
  if (milliseconds % HOUR === 0) return `${milliseconds / HOUR} h`
  return `${Math.round(milliseconds / 60_000)} min`
}
