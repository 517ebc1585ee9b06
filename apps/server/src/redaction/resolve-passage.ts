import { LONGEST_REDACTION, type PassageAnchor, REDACTED, type RedactionWish } from '@forumpad/api'
import type { BlockId, PadDocument, WordsOrigin } from '@forumpad/pad-schema'
import { linesOf, plainText } from '@forumpad/pad-schema'
import { ProblemError } from '../http/problem-error.ts'

/** A text of a pad and the ids of its words, line by line. */
export type TextWithIds = { number: number; document: PadDocument; origins: readonly (readonly WordsOrigin[])[] }

/** A stretch of a line: UTF-16 units from its beginning. */
type Stretch = { line: number; from: number; to: number }

/** Words of a text: each line's part of them, and their ids. */
export type ResolvedPassage = {
  words: readonly string[]
  characters: readonly { client: number; clock: number; length: number }[]
}

/** Finds the words that somebody names. Throws a `ProblemError` where there are none, or too many. */
export function resolvePassage(text: TextWithIds, wish: RedactionWish): ResolvedPassage {
  const texts = linesOf(text.document).map(({ content }) => plainText(content))
  const [begin, end] = placesIn(text, texts, wish)
  if (!begin || !end) throw noSuchPlace(text, 'Choose them again, or find a revision that has them.')
  const stretches = texts.flatMap((line, index): Stretch[] => {
    if (index < begin.line || index > end.line) return []
    const first = index === begin.line ? begin.offset : 0
    const last = index === end.line ? end.offset : line.length
    const stretch = { line: index, from: wholeFrom(line, first), to: wholeTo(line, last) }
    return stretch.to > stretch.from ? [stretch] : []
  })
  const words = stretches.map(({ line, from, to }) => (texts[line] ?? '').slice(from, to))
  if (words.join('').trim() === '')
    throw noSuchPlace(text, `It has ${texts.length} lines; say where words begin and end.`)
  if (isOnly(words.join(''), REDACTED))
    throw new ProblemError(409, 'redacted-already', 'This passage is redacted already: nothing is left of its words.')
  const characters = stretches.flatMap(({ line, ...stretch }) => idsIn(text.origins[line] ?? [], stretch))
  const length = characters.reduce((sum, { length }) => sum + length, 0)
  if (length > LONGEST_REDACTION)
    throw new ProblemError(
      413,
      'passage-too-long',
      `This passage has ${length} characters; at most ${LONGEST_REDACTION} are redacted in one go. Choose a part of it first.`,
    )
  return { words, characters }
}

type Place = { line: number; offset: number }

function placesIn(
  text: TextWithIds,
  texts: readonly string[],
  { from, to, anchor, words }: RedactionWish,
): [Place | undefined, Place | undefined] {
  if (anchor) return placesOf(text, anchor)
  if (words === undefined) return [placeOf(from), placeOf(to)]
  const line = texts.findIndex((each) => each.includes(words))
  if (line < 0) return [undefined, undefined]
  const offset = texts[line]?.indexOf(words) ?? 0
  return [
    { line, offset },
    { line, offset: offset + words.length },
  ]
}

const placeOf = (place: RedactionWish['from']): Place | undefined =>
  place && { line: place.line - 1, offset: place.offset }

function placesOf({ origins }: TextWithIds, { first, last }: PassageAnchor): [Place | undefined, Place | undefined] {
  const end = placeOfId(origins, last)
  return [placeOfId(origins, first), end && { line: end.line, offset: end.offset + 1 }]
}

function placeOfId(lines: TextWithIds['origins'], { client, clock }: BlockId): Place | undefined {
  for (const [line, origins] of lines.entries()) {
    const origin = origins.find(
      (each) => each.client === client && each.clock <= clock && clock < each.clock + each.length,
    )
    if (origin) return { line, offset: origin.at + clock - origin.clock }
  }
  return undefined
}

function idsIn(origins: readonly WordsOrigin[], { from, to }: Omit<Stretch, 'line'>): ResolvedPassage['characters'] {
  return origins.flatMap(({ at, length, client, clock }) => {
    const begin = Math.max(at, from)
    const end = Math.min(at + length, to)
    return end > begin ? [{ client, clock: clock + begin - at, length: end - begin }] : []
  })
}

/** Of a character that has two units, both go. */
const wholeFrom = (text: string, at: number): number => (isInside(text, at) ? at - 1 : at)
const wholeTo = (text: string, at: number): number => Math.min(text.length, isInside(text, at) ? at + 1 : at)
const isInside = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800

export const isOnly = (text: string, mark: string): boolean => text.replaceAll(mark, '').trim() === ''

function noSuchPlace({ number }: TextWithIds, way: string): ProblemError {
  return new ProblemError(404, 'no-such-place', `There are no such words in revision ${number}. ${way}`)
}
