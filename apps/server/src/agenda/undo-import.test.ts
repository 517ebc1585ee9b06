import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import { importAgenda } from './import-agenda.ts'
import { beginningsIn } from './templates/session-templates.ts'
import { agendaText, type Talk } from './testing/agenda-text.ts'

const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }
const fog: Talk = { uid: 'fog', title: 'Fog', room: '101' }
const nfv: Talk = { uid: 'nfv', title: 'NFV', room: '102' }
const helm: Talk = { uid: 'helm', title: 'Helm', room: '200' }

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let store: AgendaStore
beforeEach(async () => {
  base = await temporaryDatabase()
  store = createSqliteAgendaStore(base.database)
  await store.addEvent(BOSTON, null, 1000)
})
afterEach(() => base.remove())

const importing = async (...talks: Talk[]) => {
  const parts = { store, now: () => 2000 }
  const { id } = await importAgenda(parts, BOSTON, { text: agendaText(talks), problems: [] }, { confirm: true })
  return id ?? 0
}
const undoing = (id: number, event = 'bos') => store.undoImport(event, id, beginningsIn(BOSTON))
const seen = async () => ({
  sessions: await store.sessions('bos'),
  pads: await base.database.kysely.selectFrom('pad').select(['name', 'title', 'template']).orderBy('name').execute(),
})
const opening = (pad: string) =>
  base.database.kysely.updateTable('pad').set({ head: 1 }).where('name', '=', pad).execute()

test('everything is as it was before the import', async () => {
  await importing(fog, nfv)
  const before = await seen()
  const id = await importing({ ...fog, title: 'Edge', end: '20170509T203000Z' }, helm)
  expect(await seen()).not.toEqual(before)
  expect(await undoing(id)).toBe('undone')
  expect(await seen()).toEqual(before)
})

test('a pad that somebody has opened keeps its address, and its session is missing', async () => {
  await importing(fog)
  const id = await importing(fog, helm, nfv)
  await opening('bos-helm')
  await undoing(id)
  expect(await store.sessions('bos')).toMatchObject([
    { title: 'Fog', state: 'confirmed' },
    { title: 'Helm', state: 'missing', pad: 'bos-helm' },
  ])
  expect((await createSqlitePadDirectory(base.database).names()).sort()).toEqual(['bos-fog', 'bos-helm'])
  await importing(fog, helm)
  expect(await store.sessionOfPad('bos-helm')).toMatchObject({ state: 'confirmed' })
})

/** What somebody leaves in a pad that nobody has written in, as the values after the pad's id. */
const LEFT: [table: string, values: string][] = [
  ['chat_message', "1, 1, 1, 'ada', 'Ada', 1, 'Anybody here?', 'key', NULL"],
  ['room', '1, NULL, NULL, NULL, NULL, NULL, NULL'],
  ['room_hand', "0, 'ada', 'Ada', 1, 1"],
  ['room_attendee', "'ada', 'Ada', 1, 'Analytical Engines', 1"],
  ['pad_image', "'image.webp', 1, 1, 1"],
  ['comment', "1, 1, 1, 1, 'ada', 'Ada', 1, 'Who?', 'key', NULL, NULL, 'this', NULL"],
  ['pad_version', "1, 0, 1, 1, 'ada', 'a', 'b', 'c'"],
  ['pad_thaw', '1'],
  ['pad_now', "'Quotas', 0, 1"],
]

test.each(LEFT)('a pad that nobody has written in stays for what it has in %s', async (table, values) => {
  const id = await importing(fog, helm)
  base.database.raw.exec(`INSERT INTO ${table} SELECT id, ${values} FROM pad WHERE name = 'bos-helm'`)
  expect(await undoing(id)).toBe('undone')
  expect(await store.sessions('bos')).toMatchObject([{ title: 'Helm', state: 'missing', pad: 'bos-helm' }])
  expect(await createSqlitePadDirectory(base.database).names()).toEqual(['bos-helm'])
})

test('no other table stands in the way of a pad that goes', () => {
  const referring = base.database.raw
    .prepare(
      `SELECT DISTINCT t.name FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k
        WHERE t.type = 'table' AND k."table" = 'pad' AND k.on_delete <> 'CASCADE'`,
    )
    .pluck()
    .all()
  // They have rows only where there are words, but for the session, which goes with its pad.
  const words = [
    'pad_update',
    'pad_checkpoint',
    'pad_client',
    'pad_keyframe',
    'saved_revision',
    'redaction',
    'kept_credit',
  ]
  const others = [...words, 'session']
  expect(referring.sort()).toEqual([...others, ...LEFT.map(([table]) => table)].sort())
})

test('only the last import can be undone, and once', async () => {
  const first = await importing(fog)
  const second = await importing(fog, nfv)
  expect(await undoing(first)).toBe('not the last import')
  expect(await undoing(second, 'other')).toBe('no such import')
  expect(await undoing(99)).toBe('no such import')
  expect(await undoing(second)).toBe('undone')
  expect(await undoing(second)).toBe('no such import')
  expect(await undoing(first)).toBe('undone')
  expect(await seen()).toEqual({ sessions: [], pads: [] })
})
