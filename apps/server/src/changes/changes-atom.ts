import { markupText, markupWords } from '@forumpad/agenda'
import type { Person, TextChange } from '@forumpad/api'

/** Changes that came soon after one another: revisions `revision` to `to`, and what they came to. Instants are milliseconds since 1970. */
export type FeedEntry = {
  revision: number
  to: number
  at: number
  until: number
  people: readonly Person[]
  changes: readonly TextChange[]
}

/** A pad whose changes are followed. `url` is its address. */
export type FollowedPad = { title: string; url: string; madeAt: number }

/** So many lines of an entry are told, and so much of each. */
const MOST_LINES = 12
const MOST_LETTERS = 200

/** The changes of a pad as an Atom feed (RFC 4287), the newest first. */
export function changesAtom({ title, url, madeAt }: FollowedPad, entries: readonly FeedEntry[]): string {
  const feed = `${url}/changes.atom`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', feed),
    element('title', `Changes: ${title}`),
    element('updated', instant(entries[0]?.until ?? madeAt)),
    `<link rel="self" type="application/atom+xml" href="${markupWords(feed)}"/>`,
    `<link rel="alternate" type="text/html" href="${markupWords(url)}"/>`,
    '<generator>Forumpad</generator>',
    ...entries.map((entry) => entryElement(entry, url)),
    '</feed>',
    '',
  ].join('\n')
}

function entryElement({ revision, to, at, until, people, changes }: FeedEntry, url: string): string {
  const [first, ...others] = people
  const who =
    first === undefined ? 'Somebody' : others.length === 0 ? first.name : `${first.name} and ${others.length} more`
  return [
    '<entry>',
    // Where it begins stays; how far it goes does not.
    element('id', `${url}/changes?from=${revision - 1}`),
    element('title', `${who} ${whatWords(changes.length)}`),
    element('published', instant(at)),
    element('updated', instant(until)),
    ...(people.length === 0 ? [{ name: 'Somebody' }] : people).map(
      ({ name }) => `<author>${element('name', name)}</author>`,
    ),
    `<link rel="alternate" type="text/html" href="${markupWords(`${url}/changes?from=${revision - 1}&to=${to}`)}"/>`,
    `<content type="html">${markupText(changesHtml(changes))}</content>`,
    '</entry>',
  ].join('\n')
}

const whatWords = (count: number): string =>
  count === 0 ? 'changed something back' : count === 1 ? 'changed 1 line' : `changed ${count} lines`

/** What came and what went, in a few words. */
function changesHtml(changes: readonly TextChange[]): string {
  const lines = changes.slice(0, MOST_LINES).map((change) => `<li>${lineHtml(change)}</li>`)
  const more = changes.length - lines.length
  if (more > 0) lines.push(`<li>and ${more} more</li>`)
  return changes.length === 0 ? '<p>Nothing is different: it was changed back.</p>' : `<ul>${lines.join('')}</ul>`
}

function lineHtml({ is, text, words }: TextChange): string {
  if (is === 'added') return `<ins>${shortened(text)}</ins>`
  if (is === 'removed') return `<del>${shortened(text)}</del>`
  const told = words.flatMap(({ is, text }) =>
    is === 'kept' ? [] : [is === 'added' ? `<ins>${shortened(text)}</ins>` : `<del>${shortened(text)}</del>`],
  )
  const where = `<q>${shortened(text)}</q>`
  return is === 'moved' ? `moved: ${where}` : told.length > 0 ? `${told.join(' ')} in ${where}` : `shape of ${where}`
}

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return markupWords(letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : letters.join(''))
}

const element = (name: string, text: string): string => `<${name}>${markupText(text)}</${name}>`
const instant = (at: number): string => new Date(at).toISOString()
