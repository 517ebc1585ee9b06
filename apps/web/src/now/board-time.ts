import type { BoardSession } from '@forumpad/api'
import type { Say } from '../languages/words.ts'
import { clock } from '../ui/event-times.ts'

/** `until 15:20`, with what the moderator says: `until 15:30, 10 minutes late`. */
export function untilWords({ end, lateMinutes }: BoardSession, zone: string, say: Say): string {
  const late = lateMinutes > 0 ? lateWords(lateMinutes, say) : ''
  if (end === null) return late
  const time = clock(Date.parse(end) + lateMinutes * 60_000, zone)
  return late === '' ? say('until {time}', { time }) : say('until {time}, {late}', { time, late })
}

/** `14:40`, or with `10 min late` behind it. */
export function fromWords({ start, lateMinutes }: BoardSession, zone: string, say: Say): string {
  const time = start === null ? '' : clock(start, zone)
  return lateMinutes > 0 ? say('{lateMinutes, plural, other {{time}, # min late}}', { time, lateMinutes }) : time
}

/** `10 minutes late` */
export function lateWords(lateMinutes: number, say: Say): string {
  return say('{lateMinutes, plural, one {# minute late} other {# minutes late}}', { lateMinutes })
}
