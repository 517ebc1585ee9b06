import type { NotesLine } from '../../search/notes-lines.ts'
import type { Term } from '../../search/search-query.ts'
import type { Passage } from '../../search/search-store.ts'
import type { Database } from './open-database.ts'
import { holds, isMark, LINE_END, phrase } from './search-words.ts'

const LINES_SHOWN = 3
const SAID_SHOWN = 2
const SAID_LOOKED_AT = 100

export type PassagesOfPad = { passages: Passage[]; moreLines: number }

type NotesRow = { pad: number; lines: string; body: string }
type SaidRow = { pad: number; part: 'chat' | 'comment'; ref: number; text: string; by: string; at: number }

/** Where in some pads the terms are. */
export function readPassages(
  raw: Database['raw'],
): (pads: readonly number[], terms: readonly Term[]) => Map<number, PassagesOfPad> {
  const notesOf = raw.prepare<[string], NotesRow>(
    `SELECT search_part.pad, search_part.lines, search_text.body
     FROM search_part JOIN search_text ON search_text.rowid = search_part.id
     WHERE search_part.part = 'notes' AND search_part.pad IN (SELECT value FROM json_each(?))`,
  )
  const saidIn = raw.prepare<[string, string, number], SaidRow>(
    `SELECT search_part.pad, search_part.part, search_part.ref, coalesce(said.text, comment.text) AS text,
       coalesce(said.name, comment.name) AS by, coalesce(said.at, comment.at) AS at
     FROM search_text JOIN search_part ON search_part.id = search_text.rowid
     LEFT JOIN chat_message said
       ON search_part.part = 'chat' AND said.pad = search_part.pad AND said.id = search_part.ref
     LEFT JOIN comment
       ON search_part.part = 'comment' AND comment.pad = search_part.pad AND comment.id = search_part.ref
     WHERE search_text MATCH ? AND search_part.part IN ('chat', 'comment')
       AND search_part.pad IN (SELECT value FROM json_each(?))
     ORDER BY search_text.rank LIMIT ?`,
  )

  return (pads, terms) => {
    const found = new Map(pads.map((pad): [number, PassagesOfPad] => [pad, { passages: [], moreLines: 0 }]))
    if (terms.length === 0) return found
    for (const { pad, lines, body } of notesOf.all(JSON.stringify(pads))) {
      const { shown, more } = bestLines(JSON.parse(lines), body.split(` ${LINE_END} `), terms)
      found.set(pad, { passages: shown.map(({ name, text }) => ({ in: 'notes', line: name, text })), moreLines: more })
    }
    if (terms.some(isMark)) return found
    const any = terms.flatMap((term) => (isMark(term) ? [] : [phrase(term)])).join(' OR ')
    for (const { pad, part, ref, text, by, at } of saidIn.all(
      `body : (${any})`,
      JSON.stringify(pads),
      SAID_LOOKED_AT,
    )) {
      const passages = found.get(pad)?.passages ?? []
      if (passages.filter((each) => each.in === part).length === SAID_SHOWN) continue
      passages.push(
        part === 'chat' ? { in: part, message: ref, text, by, at } : { in: part, comment: ref, text, by, at },
      )
    }
    return found
  }
}

/** The lines with the most of the terms, in their order in the text. */
function bestLines(
  lines: readonly NotesLine[],
  words: readonly string[],
  terms: readonly Term[],
): { shown: NotesLine[]; more: number } {
  const marks = terms.filter(isMark)
  const hits: { line: NotesLine; place: number; count: number }[] = []
  for (const [place, line] of lines.entries()) {
    if (marks.some((mark) => !isMarked(line, mark))) continue
    const count = terms.filter((term) => isMark(term) || holds(words[place] ?? '', term)).length
    if (count > 0) hits.push({ line, place, count })
  }
  const most = hits.reduce((most, { count }) => Math.max(most, count), 0)
  const best = hits.filter(({ count }) => count === most || marks.length === 0)
  const shown = best.sort((a, b) => b.count - a.count || a.place - b.place).slice(0, LINES_SHOWN)
  return { shown: shown.sort((a, b) => a.place - b.place).map(({ line }) => line), more: best.length - shown.length }
}

const isMarked = ({ labels, tags }: NotesLine, mark: Exclude<Term, { is: 'words' }>): boolean =>
  mark.is === 'label' ? labels.includes(mark.label) : tags.includes(mark.tag)
