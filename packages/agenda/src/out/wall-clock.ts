/** What calendar and clock on a wall show: `2017-05-10` and `14:40`. */
export type WallClock = { date: string; clock: string }

/**
 * @param instant ISO 8601
 * @param timeZone an IANA name
 */
export function wallClock(instant: string, timeZone: string): WallClock {
  // Swedes write dates as ISO 8601 does.
  const [date = '', clock = ''] = formatter(timeZone).format(new Date(instant)).split(' ')
  return { date, clock }
}

/** The same with the offset of the zone, as feeds write it: `2017-05-10T14:40:00-04:00`. */
export function withOffset(instant: string, timeZone: string): string {
  const at = Date.parse(instant)
  const { date, clock } = wallClock(instant, timeZone)
  const seconds = new Date(at).getUTCSeconds()
  const local = Date.parse(`${date}T${clock}:00Z`) + seconds * 1000
  const minutes = Math.round((local - at) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
  return `${date}T${clock}:${two(seconds)}${offset}`
}

// Making one is slow. Bounded by the number of zones that there are.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}
