import type { Outcome, OutcomePad } from '@forumpad/api'
import { addressOf, type OutcomeFile, withPads } from './told-outcomes.ts'

/**
 * The actions as tasks of a calendar: iCalendar (RFC 5545) with a VTODO for each. Its UID is that of the line, so that a task program
 * that reads the file again finds what it has.
 */
export function outcomesCalendar({ title, origin, list, at }: OutcomeFile): string {
  const todos = withPads(list).filter(({ outcome }) => outcome.kind === 'action')
  const places = new Map<string, number>()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Forumpad//Outcomes//EN',
    `NAME:${text(title)}`,
    `X-WR-CALNAME:${text(title)}`,
    ...todos.flatMap(({ outcome, pad }) => {
      const key = `${outcome.pad} ${outcome.line}`
      const place = places.get(key) ?? 0
      places.set(key, place + 1)
      return todo(outcome, pad, { origin, at, place })
    }),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

type TodoFacts = { origin: string; at: number; place: number }

/** @param place counts the actions of one line */
function todo(outcome: Outcome, pad: OutcomePad | undefined, { origin, at, place }: TodoFacts): string[] {
  const host = new URL(origin).host
  const about = [pad?.title ?? '', outcome.people.length === 0 ? '' : `For: ${outcome.people.join(', ')}`]
  return [
    'BEGIN:VTODO',
    `UID:${outcome.line}${place === 0 ? '' : `-${place}`}-${encodeURIComponent(outcome.pad)}@${host}`,
    `DTSTAMP:${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SUMMARY:${text(outcome.text)}`,
    `DESCRIPTION:${text(about.filter(Boolean).join('\n'))}`,
    ...(outcome.due === null ? [] : [`DUE;VALUE=DATE:${outcome.due.replaceAll('-', '')}`]),
    ...(outcome.done === true ? ['STATUS:COMPLETED', 'PERCENT-COMPLETE:100'] : ['STATUS:NEEDS-ACTION']),
    ...outcome.people.map((person) => `CONTACT:${text(person)}`),
    ...(outcome.tags.length === 0 ? [] : [`CATEGORIES:${outcome.tags.map(text).join(',')}`]),
    `URL:${addressOf(origin, outcome)}`,
    'END:VTODO',
  ]
}

const text = (words: string): string =>
  words
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows none of them in a text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** Long lines go on in the next after a space: at most 75 octets each, no character cut. */
function folded(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += length
  }
  return folded
}
