import type { FeedNews } from '@forumpad/agenda'

/** What is true of a feed as a whole, in sentences. */
export function feedNotes({ idsChanged, shift, rooms }: FeedNews, unclear: number): string[] {
  return [
    ...(idsChanged
      ? ['Most sessions came under new ids although their titles are known: they were recognised by what they say.']
      : []),
    ...(shift === 0
      ? []
      : [`All times are ${span(Math.abs(shift))} ${shift > 0 ? 'later' : 'earlier'} than before: ${guess(shift)}.`]),
    ...rooms.map(({ before, after }) => `The room "${before}" is called "${after}" now.`),
    ...(unclear === 0
      ? []
      : [
          `${unclear === 1 ? '1 session is' : `${unclear} sessions are`} unclear: nothing happens to them until somebody decides.`,
        ]),
  ]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

function guess(shift: number): string {
  return Math.abs(shift) <= 14 * HOUR ? 'this looks like a change of the time zone' : 'the whole agenda has moved'
}

function span(milliseconds: number): string {
  if (milliseconds % DAY === 0) return plural(milliseconds / DAY, 'day')
  if (milliseconds % HOUR === 0) return plural(milliseconds / HOUR, 'hour')
  return plural(Math.round(milliseconds / 60_000), 'minute')
}

function plural(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`
}
