import type { Feed } from './feed-format.ts'

/** Says in one sentence what a text looks like that is no agenda in a format that is read, and what to do. */
export function whyNoAgenda({ text, json }: Feed): string {
  const start = text.trimStart().slice(0, 2000)
  if (start === '') return 'The feed is empty.'
  const says = LOOKS.find(([like]) => like.test(start))?.[1]
  if (says !== undefined) return `${says} ${WAY_OUT}`
  if (/^[[{]/.test(start))
    return json === undefined ? `${brokenJson(text)} ${EXPORT_AGAIN}` : `${NO_JSON_AGENDA} ${WAY_OUT}`
  return `This is not an agenda in a format that can be read. ${WAY_OUT}`
}

const WAY_OUT =
  "Give the address of the agenda's iCalendar feed (it often ends in .ics), schedule.xml or schedule.json, or export it as CSV."
const EXPORT_AGAIN = 'Export it again, or open its address in a browser to see what is wrong.'
const NO_JSON_AGENDA = 'This is JSON, but not an agenda in a form that is known.'

const LOOKS: readonly (readonly [like: RegExp, says: string])[] = [
  [/^BEGIN:VEVENT/i, 'The first line of a calendar, BEGIN:VCALENDAR, is missing.'],
  [/^BEGIN:VCARD/i, 'This is an address book (vCard), not an agenda.'],
  [/^(<!doctype html|<html|<head|<body)/i, 'This is a web page, not an agenda.'],
  [/^<\?xml[^>]*>\s*(<!--.*?-->\s*|<!doctype[^>]*>\s*)?<html/is, 'This is a web page, not an agenda.'],
  [/^</, 'This is XML, but not a schedule.xml: it has no element <schedule>.'],
  [/^%PDF/, 'This is a PDF, not an agenda that can be read.'],
  [/^PK\p{Cc}/u, 'This is a zip archive or a spreadsheet, not an agenda; of a spreadsheet, export the sheet as CSV.'],
  [
    /^[^\n]*[,;\t][^\n]*[,;\t][^\n]*\n[^\n]*[,;\t]/,
    'This looks like a table (CSV), but no row in it names its columns, such as Title, Date, Start, End, Room. Say which is which, or add that row.',
  ],
  [/^\p{Cc}(?:\p{Cc}|\uFFFD)/u, 'This is a compressed or binary file, not an agenda.'],
]

/** Where JSON breaks, as far as the runtime says it. */
function brokenJson(json: string): string {
  const error = errorOf(json)
  const at = /position (\d+)/.exec(error)?.[1]
  const line = json.slice(0, at === undefined ? json.length : Number(at)).split('\n').length
  if (/end of JSON|unterminated/i.test(error)) return `This is JSON that breaks off in line ${line}: it looks cut off.`
  return at === undefined
    ? 'This looks like JSON, but it is broken.'
    : `This looks like JSON, but it is broken in line ${line}.`
}

function errorOf(json: string): string {
  try {
    JSON.parse(json)
    return ''
  } catch (error) {
    return String(error)
  }
}
