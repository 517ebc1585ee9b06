import type { Attendee } from '@forumpad/api'
import type { NewLine } from '../beside/into-pad.ts'

/** Who was here, as lines of the pad. */
export function attendanceLines(attendees: readonly Attendee[]): NewLine[] {
  const entries = attendees.map(({ person, affiliation }) => ({
    kind: 'bullet' as const,
    words: affiliation === '' ? person.name : `${person.name} (${affiliation})`,
  }))
  return [{ kind: 'text', words: `Present (${attendees.length}):` }, ...entries]
}

/** Who was here, as a table for spreadsheets: CSV (RFC 4180), times in UTC. */
export function attendanceCsv(attendees: readonly Attendee[]): string {
  const rows = attendees.map(({ person, affiliation, at }) => [person.name, affiliation, new Date(at).toISOString()])
  return [['name', 'affiliation', 'at'], ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/** A spreadsheet takes what begins with one of these signs for a formula; an apostrophe before it makes it words. */
function field(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
