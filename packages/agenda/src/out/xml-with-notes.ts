import { Parser } from 'htmlparser2'
import { markupWords } from './escape.ts'
import type { Pieces } from './pieces.ts'
import { NOTES, type NotesOf } from './session-notes.ts'

/** So much is read at a stretch. */
const STRETCH = 32 * 1024
/** The parser's time grows with the square of the depth. */
const DEEPEST = 200

/**
 * A schedule.xml as it came, letter by letter, with one link more in each event that has a pad. Undefined for one that nobody should be
 * handed on: it declares entities, or has a document type or processing instructions of its own.
 */
export function xmlWithNotes(text: string, notesOf: NotesOf): Pieces | undefined {
  const hasInstructions = /<!DOCTYPE|<!ENTITY|<\?(?!xml\s)/i.test(text)
  return hasInstructions || !/<schedule[\s>]/.test(text) ? undefined : pieces(text, notesOf)
}

function* pieces(text: string, notesOf: NotesOf): Pieces {
  const places: Place[] = []
  const parser = eventParser(text, (place) => places.push(place))
  let written = 0
  for (let read = 0; read < text.length || read === 0; read += STRETCH) {
    parser.write(text.slice(read, read + STRETCH))
    if (read + STRETCH >= text.length) parser.end()
    for (const { entry, from, to, before, after, hrefs } of places.splice(0)) {
      const url = notesOf(entry)
      if (url === undefined || hrefs.includes(url)) continue
      yield `${text.slice(written, from)}${before}<link href="${markupWords(url)}">${NOTES}</link>${after}`
      written = to
    }
    yield ''
  }
  yield text.slice(written)
}

/** Where an event's link goes: in place of what stands from here to there, between `before` and `after`. */
type Place = { entry: number; from: number; to: number; before: string; after: string; hrefs: string[] }

type OpenEvent = {
  entry: number
  depth: number
  place: Place | undefined
  attachments: number | undefined
  hrefs: string[]
}

/** Calls `found` for each event that is whole. Its number is where it begins, as `readXml` has it. */
function eventParser(text: string, found: (place: Place) => void): Parser {
  const open: string[] = []
  let event: OpenEvent | undefined
  const isIn = (depth: number) => event !== undefined && open.length === event.depth + depth
  const parser: Parser = new Parser(
    {
      onopentag(name, { href }) {
        open.push(name)
        if (open.length > DEEPEST) parser.pause()
        if (name === 'event')
          event = { entry: parser.startIndex, depth: open.length, place: undefined, attachments: undefined, hrefs: [] }
        else if (name === 'link' && event && isIn(2) && href !== undefined) event.hrefs.push(href)
        else if (name === 'attachments' && event && isIn(1)) event.attachments ??= parser.startIndex
      },
      onclosetag(name, isImplied) {
        if (event && isIn(1) && name === 'links') event.place ??= inLinks(parser, event)
        if (event && isIn(0) && !isImplied) {
          const at = event.attachments ?? parser.startIndex
          const { entry, hrefs } = event
          found(event.place ?? { entry, from: at, to: at, before: '<links>', after: '</links>', hrefs })
          event = undefined
        }
        open.pop()
      },
    },
    { xmlMode: true },
  )

  /** Before `</links>`, or in place of `<links/>`. */
  function inLinks({ startIndex, endIndex }: Parser, { entry, hrefs }: OpenEvent): Place {
    const isEmpty = text.startsWith('/>', endIndex - 1)
    const to = endIndex + 1
    if (!isEmpty) return { entry, from: startIndex, to: startIndex, before: '', after: '', hrefs }
    const tag = text.slice(startIndex, to).replace(/\s*\/>$/, '>')
    return { entry, from: startIndex, to, before: tag, after: '</links>', hrefs }
  }

  return parser
}
