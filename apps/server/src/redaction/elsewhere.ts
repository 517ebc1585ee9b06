import type { ElsewhereWords } from '@forumpad/api'
import { linesOf, plainText } from '@forumpad/pad-schema'
import { hiddenWords } from './hidden-words.ts'
import type { RedactionStore } from './redaction-store.ts'
import type { TextWithIds } from './resolve-passage.ts'

/** A pad and its newest revision. */
export type KnownPad = { name: string; revision: number }

/** Another pad of the same series. */
export type SeriesPad = KnownPad & { title: string }

export type ElsewhereParts = {
  redactions: Pick<RedactionStore, 'beside'>
  readRevision(pad: string, revision: number): Promise<TextWithIds>
  /** The other pads of the series that a pad is of, in which somebody has written. */
  seriesPads(pad: string): Promise<readonly SeriesPad[]>
}

/** Whether the words of a passage may stand in a pad: in its text as it is now, or as it began, with what was carried into it. */
export async function mayHold({ readRevision }: ElsewhereParts, pad: KnownPad, passage: readonly string[]) {
  const { words } = hiddenWords(passage)
  for (const revision of pad.revision > 1 ? [1, pad.revision] : [1]) {
    const text = linesOf((await readRevision(pad.name, revision)).document).map(({ content }) => plainText(content))
    if (words.some((word) => text.some((line) => line.includes(word)))) return true
  }
  return false
}

/**
 * Where else the words of a passage stand.
 *
 * @param mayRedact whether whoever asks may redact another pad: of others nothing is told
 * @param placesIn at how many places of a pad, in all of its history
 */
export async function wordsElsewhere(
  parts: ElsewhereParts,
  { name }: KnownPad,
  passage: readonly string[],
  mayRedact: (pad: string) => Promise<boolean>,
  placesIn: (pad: KnownPad) => Promise<number>,
): Promise<ElsewhereWords> {
  const { words, redacted } = hiddenWords(passage)
  if (words.length === 0) return { chat: 0, comments: 0, pads: [] }
  const pads: ElsewhereWords['pads'] = []
  for (const other of await parts.seriesPads(name)) {
    if (!(await mayRedact(other.name))) continue
    const beside = await parts.redactions.beside(other.name, redacted)
    const asides = beside.chat + beside.comments
    const places = (await mayHold(parts, other, passage)) ? await placesIn(other) : 0
    if (places + asides > 0) pads.push({ pad: other.name, title: other.title, places, asides })
  }
  return { ...(await parts.redactions.beside(name, redacted)), pads }
}
