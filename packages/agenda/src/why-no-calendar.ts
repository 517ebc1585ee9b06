/**
 * Says in one sentence what a text looks like when it is no iCalendar feed, and what to do.
 *
 * @returns undefined if the text may be a calendar
 */
export function whyNoCalendar(text: string): string | undefined {
  if (/^[ \t]*BEGIN:VCALENDAR[ \t]*\r?$/im.test(text)) return undefined
  const start = text.trimStart().slice(0, 2000)
  if (start === '') return 'The feed is empty.'
  const says =
    LOOKS.find(([like]) => like.test(start))?.[1] ?? 'This is not a calendar: it has no line BEGIN:VCALENDAR.'
  return `${says} Give the address of the agenda's iCalendar feed; it often ends in .ics.`
}

const LOOKS: readonly (readonly [like: RegExp, says: string])[] = [
  [/^BEGIN:VEVENT/i, 'The first line of a calendar, BEGIN:VCALENDAR, is missing.'],
  [/^BEGIN:VCARD/i, 'This is an address book (vCard), not a calendar.'],
  [/^(<!doctype html|<html|<head|<body)/i, 'This is a web page, not a calendar.'],
  [/^<\?xml[^>]*>\s*(<!--.*?-->\s*|<!doctype[^>]*>\s*)?<html/is, 'This is a web page, not a calendar.'],
  [/^(<\?xml[^>]*>\s*)?<schedule/i, 'This is a schedule.xml, which cannot be read yet.'],
  [/^</, 'This is XML, not a calendar.'],
  [/^[[{]/, 'This is JSON, not a calendar.'],
  [/^%PDF/, 'This is a PDF, not a calendar.'],
  [/^PK\p{Cc}/u, 'This is a zip archive, not a calendar.'],
  [/^\p{Cc}(?:\p{Cc}|\uFFFD)/u, 'This is a compressed or binary file, not a calendar.'],
  [/^[^\n]*[,;\t][^\n]*[,;\t][^\n]*\n[^\n]*[,;\t]/, 'This looks like a table (CSV), which cannot be read yet.'],
]
