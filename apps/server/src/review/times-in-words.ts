/** `Wed 10 May 2017, 14:40–15:20 EDT`: the same on every server. `zone` is an IANA name. */
export function inWords(start: string, end: string | null, zone: string): string {
  const day = formatted(start, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const clock = (instant: string) =>
    formatted(instant, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const until = end === null || end === start ? '' : `–${clock(end)}`
  return `${day.replaceAll(',', '')}, ${clock(start)}${until} ${zoneName(start, zone)}`
}

/** `EDT`, or `GMT+2` where there is no short name. */
function zoneName(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(new Date(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

function formatted(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant))
}
