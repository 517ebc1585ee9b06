import type { PadComment } from '@forumpad/api'
import type { CommentStore } from '../../comments/comment-store.ts'
import type { CommentTable } from './comment-tables.ts'
import { actNoter } from './note-act.ts'
import type { Database } from './open-database.ts'

type Row = Omit<CommentTable, 'pad'>

const COLUMNS = `c.id, c.change, c.thread, c.at, c.person, c.name, c.hue, c.text, c.key, c.deleted_by, c.anchor, c.quote,
  c.resolved_by`
const OF_PAD = 'FROM comment c JOIN pad ON pad.id = c.pad WHERE pad.name = ?'

export function createSqliteCommentStore({ kysely, raw }: Database): CommentStore {
  const statements = prepare(raw)
  const noteAct = actNoter(raw)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  /** Changes a comment that is there, under the next number of its pad. */
  function change(name: string, id: number, how: (pad: number, next: number) => void): PadComment | undefined {
    const pad = statements.findPad.get(name)
    if (!pad) return undefined
    how(pad.id, statements.next.get(pad.id, pad.id)?.change ?? 1)
    return commentOf(statements.find.get(name, id))
  }

  return {
    add: (name, { at, person, text, key, ...of }) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        if (!pad) return 'no such pad'
        const said = commentOf(statements.findSaid.get(name, person.id, key))
        if (said) return { is: 'known', comment: said }
        if (of.thread !== null) {
          const first = statements.find.get(name, of.thread)
          if (!first || first.thread !== first.id) return 'no such thread'
        }
        const { id, change } = statements.next.get(pad.id, pad.id) ?? { id: 1, change: 1 }
        const [anchor, quote] = of.thread === null ? [JSON.stringify(of.anchor), of.quote] : [null, '']
        const { id: who, name: called, hue } = person
        statements.add.run(pad.id, id, change, of.thread ?? id, at, who, called, hue, text, key, anchor, quote)
        const comment = commentOf(statements.find.get(name, id))
        if (!comment) throw new Error('A comment that was just added is not there.')
        return { is: 'added', comment }
      }),

    find: (pad, id) => inOneGo(() => commentOf(statements.find.get(pad, id))),

    changedSince: (pad, since, limit) =>
      inOneGo(() => statements.changedSince.all(pad, since, limit).flatMap((row) => commentOf(row) ?? [])),

    count: (pad) => inOneGo(() => statements.count.get(pad)?.count ?? 0),

    delete: (name, id, by, note) =>
      inOneGo(() => {
        const known = commentOf(statements.find.get(name, id))
        if (!known || known.deletedBy !== null) return known
        noteAct(note)
        return change(name, id, (pad, next) => statements.delete.run(by, next, pad, id))
      }),

    settle: (name, thread, by) =>
      inOneGo(() => {
        const first = commentOf(statements.find.get(name, thread))
        if (!first || first.thread !== first.id) return undefined
        if ((first.resolvedBy === null) === (by === null)) return first
        return change(name, thread, (pad, next) => statements.settle.run(by, next, pad, thread))
      }),

    readersMay: (pad) => inOneGo(() => statements.readersMay.get(pad)?.readers === 1),

    allowReaders: (pad, may) =>
      inOneGo(() => {
        statements.allowReaders.run(may ? 1 : 0, pad)
      }),
  }
}

function commentOf(row: Row | undefined): PadComment | undefined {
  if (!row) return undefined
  const { id, change, thread, at, person, name, hue, text, key, deleted_by, anchor, quote, resolved_by } = row
  return {
    ...{ id, change, thread, at, person: { id: person, name, hue }, text, key, deletedBy: deleted_by },
    ...{ anchor: anchor === null ? null : JSON.parse(anchor), quote, resolvedBy: resolved_by },
  }
}

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    findSaid: raw.prepare<[string, string, string], Row>(`SELECT ${COLUMNS} ${OF_PAD} AND c.person = ? AND c.key = ?`),
    next: raw.prepare<[number, number], { id: number; change: number }>(
      `SELECT coalesce((SELECT max(id) FROM comment WHERE pad = ?), 0) + 1 AS id,
              coalesce((SELECT max(change) FROM comment WHERE pad = ?), 0) + 1 AS change`,
    ),
    add: raw.prepare<
      [number, number, number, number, number, string, string, number, string, string, string | null, string]
    >(
      `INSERT INTO comment (pad, id, change, thread, at, person, name, hue, text, key, anchor, quote)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    find: raw.prepare<[string, number], Row>(`SELECT ${COLUMNS} ${OF_PAD} AND c.id = ?`),
    changedSince: raw.prepare<[string, number, number], Row>(
      `SELECT ${COLUMNS} ${OF_PAD} AND c.change > ? ORDER BY c.change LIMIT ?`,
    ),
    count: raw.prepare<[string], { count: number }>(`SELECT count(*) AS count ${OF_PAD}`),
    // The words of the first go with it, and the words that it was about stay: they are the pad's.
    delete: raw.prepare<[string, number, number, number]>(
      "UPDATE comment SET text = '', deleted_by = ?, change = ? WHERE pad = ? AND id = ?",
    ),
    settle: raw.prepare<[string | null, number, number, number]>(
      'UPDATE comment SET resolved_by = ?, change = ? WHERE pad = ? AND id = ?',
    ),
    readersMay: raw.prepare<[string], { readers: number }>(
      'SELECT readers FROM comment_access JOIN pad ON pad.id = comment_access.pad WHERE pad.name = ?',
    ),
    allowReaders: raw.prepare<[number, string]>(
      `INSERT INTO comment_access (readers, pad) SELECT ?, id FROM pad WHERE name = ?
       ON CONFLICT (pad) DO UPDATE SET readers = excluded.readers`,
    ),
  }
}
