/** The date in a zone at a moment, like `2026-06-01`. `zone` is an IANA name. */
export function dayOf(at: number, zone: string): string {
  // Swedes write dates so.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  )
}
