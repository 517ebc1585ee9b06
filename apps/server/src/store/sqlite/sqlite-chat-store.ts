import type { ChatMessage } from '@forumpad/api'
import type { ChatStore } from '../../chat/chat-store.ts'
import { actNoter } from './note-act.ts'
import type { Database } from './open-database.ts'
import type { ChatMessageTable } from './room-tables.ts'

type Row = Omit<ChatMessageTable, 'pad'>

const COLUMNS = 'm.id, m.change, m.at, m.person, m.name, m.hue, m.text, m.key, m.deleted_by'
const OF_PAD = 'FROM chat_message m JOIN pad ON pad.id = m.pad WHERE pad.name = ?'

export function createSqliteChatStore({ kysely, raw }: Database): ChatStore {
  const statements = prepare(raw)
  const noteAct = actNoter(raw)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  return {
    add: (name, { at, person, text, key }) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        if (!pad) return undefined
        const said = statements.findSaid.get(name, person.id, key)
        if (said) return { message: messageOf(said), isNew: false }
        const { id, change } = statements.next.get(pad.id, pad.id) ?? { id: 1, change: 1 }
        statements.add.run(pad.id, id, change, at, person.id, person.name, person.hue, text, key)
        return { message: { id, change, at, person, text, key, deletedBy: null }, isNew: true }
      }),

    find: (pad, id) => inOneGo(() => firstOf(statements.find.get(pad, id))),

    changedSince: (pad, change, limit) => inOneGo(() => statements.changedSince.all(pad, change, limit).map(messageOf)),

    before: (pad, id, limit) => inOneGo(() => statements.before.all(pad, id, limit).map(messageOf).reverse()),

    unread: (pad, id, person) => inOneGo(() => statements.unread.get({ id, person, pad }) ?? { unread: 0, newest: 0 }),

    delete: (name, id, by, note) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        const known = statements.find.get(name, id)
        if (!pad || !known) return undefined
        if (known.deleted_by !== null) return messageOf(known)
        const { change } = statements.next.get(pad.id, pad.id) ?? { change: 1 }
        statements.delete.run(by, change, pad.id, id)
        noteAct(note)
        return messageOf({ ...known, text: '', change, deleted_by: by })
      }),
  }
}

const firstOf = (row: Row | undefined) => (row ? messageOf(row) : undefined)

function messageOf({ id, change, at, person, name, hue, text, key, deleted_by }: Row): ChatMessage {
  return { id, change, at, person: { id: person, name, hue }, text, key, deletedBy: deleted_by }
}

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    findSaid: raw.prepare<[string, string, string], Row>(`SELECT ${COLUMNS} ${OF_PAD} AND m.person = ? AND m.key = ?`),
    next: raw.prepare<[number, number], { id: number; change: number }>(
      `SELECT coalesce((SELECT max(id) FROM chat_message WHERE pad = ?), 0) + 1 AS id,
              coalesce((SELECT max(change) FROM chat_message WHERE pad = ?), 0) + 1 AS change`,
    ),
    add: raw.prepare<[number, number, number, number, string, string, number, string, string]>(
      `INSERT INTO chat_message (pad, id, change, at, person, name, hue, text, key, deleted_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
    ),
    find: raw.prepare<[string, number], Row>(`SELECT ${COLUMNS} ${OF_PAD} AND m.id = ?`),
    changedSince: raw.prepare<[string, number, number], Row>(
      `SELECT ${COLUMNS} ${OF_PAD} AND m.change > ? ORDER BY m.change LIMIT ?`,
    ),
    before: raw.prepare<[string, number, number], Row>(
      `SELECT ${COLUMNS} ${OF_PAD} AND m.id < ? ORDER BY m.id DESC LIMIT ?`,
    ),
    unread: raw.prepare<[{ id: number; person: string; pad: string }], { unread: number; newest: number }>(
      `SELECT coalesce(sum(m.id > @id AND m.person <> @person AND m.deleted_by IS NULL), 0) AS unread,
              coalesce(max(m.id), 0) AS newest
       FROM chat_message m JOIN pad ON pad.id = m.pad WHERE pad.name = @pad AND m.id >= @id`,
    ),
    delete: raw.prepare<[string, number, number, number]>(
      "UPDATE chat_message SET text = '', deleted_by = ?, change = ? WHERE pad = ? AND id = ?",
    ),
  }
}
