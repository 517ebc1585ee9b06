import type { Timer } from '@forumpad/api'

/** What a timer shows at a moment (milliseconds since 1970). */
export type TimeLeft = { words: string; over: boolean }

/** `4:32 left`, `1:05:00 left`, `0:12 over`. */
export function timeLeft({ startedAt, minutes }: Pick<Timer, 'startedAt' | 'minutes'>, now: number): TimeLeft {
  // A page's clock may be a moment behind the start.
  const left = Math.min(minutes * 60, Math.ceil((startedAt + minutes * 60_000 - now) / 1000))
  const over = left < 0
  const seconds = Math.min(Math.abs(left), 99 * 3600)
  const hours = Math.floor(seconds / 3600)
  const two = (n: number) => String(n).padStart(2, '0')
  const rest = Math.floor((seconds % 3600) / 60)
  const clock = `${hours > 0 ? `${hours}:${two(rest)}` : rest}:${two(seconds % 60)}`
  return { words: `${clock} ${over ? 'over' : 'left'}`, over }
}
