/** Writes small calendars for tests: the lines of each event, or of the whole calendar. */
export function calendar(...parts: (string | string[])[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts.flat(), 'END:VCALENDAR', ''].join('\r\n')
}

/** An event with everything it needs, and whatever the test is about; an empty value takes a line away. */
export function event(lines: Record<string, string> = {}): string[] {
  const all = { UID: 'one', SUMMARY: 'Keynote', DTSTART: '20170508T130000Z', ...lines }
  const written = Object.entries(all).filter(([, value]) => value !== '')
  return ['BEGIN:VEVENT', ...written.map(([name, value]) => `${name}:${value}`), 'END:VEVENT']
}
