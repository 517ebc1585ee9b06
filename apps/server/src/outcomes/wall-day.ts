/** The day (`2026-05-10`) that a calendar on the wall of a zone shows at a moment (milliseconds since 1970). */
export function wallDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
