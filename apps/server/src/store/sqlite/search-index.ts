import type { NotesLine } from '../../search/notes-lines.ts'
import { tokensOf } from '../../search/tokens.ts'
import type { Database } from './open-database.ts'
import { indexed, LINE_END, marksOf } from './search-words.ts'

export type SearchIndex = {
  /** To be called in a transaction, like the next. */
  keepNotes(pad: string, lines: readonly NotesLine[]): void
  keepUp(most: number): boolean
}

type Stale = { pad: number; part: string; ref: number }

/** Writes what is searched. */
export function searchIndex(raw: Database['raw']): SearchIndex {
  const statements = prepare(raw)

  function keep(pad: number, part: string, ref: number, words: { title?: string; body?: string; marked?: string }) {
    statements.removePart.run(pad, part, ref)
    const { title = '', body = '', marked = '' } = words
    if (title === '' && body === '' && marked === '') return
    const { id } = statements.addPart.get(pad, part, ref, null) ?? { id: 0 }
    statements.addText.run(id, title, body, marked)
  }

  function keepFacts(pad: number): void {
    const facts = statements.factsOf.get(pad)
    if (!facts) return
    const people: unknown = JSON.parse(facts.people ?? '[]')
    keep(pad, 'facts', 0, {
      title: indexed(facts.title),
      body: Array.isArray(people) ? people.map((name) => indexed(String(name))).join(` ${LINE_END} `) : '',
    })
    statements.removeTitleWords.run(pad)
    for (const { token } of tokensOf(facts.title)) statements.addTitleWord.run(token, pad)
  }

  const keepMessage = (pad: number, message: number) =>
    keep(pad, 'chat', message, { body: indexed(statements.messageOf.get(pad, message)?.text ?? '') })

  const keepComment = (pad: number, comment: number) =>
    keep(pad, 'comment', comment, { body: indexed(statements.commentOf.get(pad, comment)?.text ?? '') })

  return {
    keepNotes(name, lines) {
      const pad = statements.findPad.get(name)
      if (!pad) return
      const before = statements.notesOf.get(pad.id)
      const json = JSON.stringify(lines)
      if (before?.lines === json) return
      statements.removeParts.run(pad.id, 'notes')
      statements.removeParts.run(pad.id, 'marked')
      if (lines.length === 0) return
      const words = lines.map(({ text }) => indexed(text))
      const { id } = statements.addPart.get(pad.id, 'notes', 0, json) ?? { id: 0 }
      statements.addText.run(id, '', words.join(` ${LINE_END} `), '')
      for (const [place, line] of lines.entries()) {
        const marks = marksOf(line)
        if (marks.length > 0) keep(pad.id, 'marked', place, { marked: [...marks, words[place]].join(' ') })
      }
    },

    keepUp(most) {
      const stale = statements.stale.all(most)
      for (const { pad, part, ref } of stale) {
        if (part === 'facts') keepFacts(pad)
        if (part === 'chat') keepMessage(pad, ref)
        if (part === 'comment') keepComment(pad, ref)
        statements.fresh.run(pad, part, ref)
      }
      return stale.length === most
    },
  }
}

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    notesOf: raw.prepare<[number], { lines: string }>(
      "SELECT lines FROM search_part WHERE pad = ? AND part = 'notes' AND ref = 0",
    ),
    factsOf: raw.prepare<[number], { title: string; people: string | null }>(
      'SELECT pad.title, session.people FROM pad LEFT JOIN session ON session.pad = pad.name WHERE pad.id = ?',
    ),
    messageOf: raw.prepare<[number, number], { text: string }>(
      'SELECT text FROM chat_message WHERE pad = ? AND id = ?',
    ),
    commentOf: raw.prepare<[number, number], { text: string }>('SELECT text FROM comment WHERE pad = ? AND id = ?'),
    addPart: raw.prepare<[number, string, number, string | null], { id: number }>(
      'INSERT INTO search_part (pad, part, ref, lines) VALUES (?, ?, ?, ?) RETURNING id',
    ),
    addText: raw.prepare<[number, string, string, string]>(
      'INSERT INTO search_text (rowid, title, body, marked) VALUES (?, ?, ?, ?)',
    ),
    removePart: raw.prepare<[number, string, number]>('DELETE FROM search_part WHERE pad = ? AND part = ? AND ref = ?'),
    removeParts: raw.prepare<[number, string]>('DELETE FROM search_part WHERE pad = ? AND part = ?'),
    removeTitleWords: raw.prepare<[number]>('DELETE FROM search_title_word WHERE pad = ?'),
    addTitleWord: raw.prepare<[string, number]>('INSERT OR IGNORE INTO search_title_word (word, pad) VALUES (?, ?)'),
    stale: raw.prepare<[number], Stale>('SELECT pad, part, ref FROM search_stale LIMIT ?'),
    fresh: raw.prepare<[number, string, number]>('DELETE FROM search_stale WHERE pad = ? AND part = ? AND ref = ?'),
  }
}
