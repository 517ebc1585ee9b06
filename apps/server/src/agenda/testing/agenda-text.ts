/** A talk as a test thinks of it. */
export type Talk = {
  uid: string
  title: string
  start?: string
  end?: string
  room?: string
  description?: string
  status?: string
  padName?: string
}

/** Writes a calendar of talks. */
export function agendaText(talks: readonly Talk[], ...header: string[]): string {
  return ['BEGIN:VCALENDAR', ...header, ...talks.flatMap(linesOf), 'END:VCALENDAR', ''].join('\r\n')
}

function linesOf({ uid, title, start = '20170509T184000Z', end = '20170509T192000Z', ...rest }: Talk): string[] {
  const lines = {
    UID: uid,
    SUMMARY: title,
    DTSTART: start,
    DTEND: end,
    LOCATION: rest.room,
    DESCRIPTION: rest.description,
    STATUS: rest.status,
    'X-FORUMPAD-PAD': rest.padName,
  }
  const written = Object.entries(lines).flatMap(([name, value]) => (value ? `${name}:${value}` : []))
  return ['BEGIN:VEVENT', ...written, 'END:VEVENT']
}
