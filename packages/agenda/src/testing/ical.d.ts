/** The second iCalendar library, for tests alone: it comes without types. */
declare module 'ical' {
  const ical: {
    parseICS(text: string): Record<string, { type?: string; uid?: string; description?: unknown; url?: unknown }>
  }
  export default ical
}
