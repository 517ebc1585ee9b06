import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StartFailure } from '../start-failure.ts'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import { importAtStart } from './import-at-start.ts'
import { readAgendaFile } from './read-agenda-file.ts'
import { agendaText } from './testing/agenda-text.ts'

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let store: AgendaStore
beforeEach(async () => {
  base = await temporaryDatabase()
  store = createSqliteAgendaStore(base.database)
})
afterEach(() => base.remove())

const starting = (path: string) => importAtStart({ store, now: () => 1000, read: readAgendaFile }, path)
const file = async (name: string, text: string) => {
  const path = join(base.folder, name)
  await writeFile(path, text)
  return path
}
const talk = { uid: 'a', title: 'Talk' }

test('title and zone come from the feed, and every session has a pad', async () => {
  const path = await file('x.ics', agendaText([talk], 'X-WR-CALNAME:Fête & Friends 2025', 'X-WR-TIMEZONE:Europe/Paris'))
  const { event, report, says } = await starting(path)
  expect(event).toEqual({ slug: 'fete-friends-2025', title: 'Fête & Friends 2025', timeZone: 'Europe/Paris' })
  expect(report).toMatchObject({ sessions: 1, added: 1 })
  expect(says).toEqual(['"Fête & Friends 2025" (/e/fete-friends-2025): 1 sessions read: 1 added.'])
  expect(await store.findEvent(event.slug)).toEqual(event)
})

test('a feed without a title goes by its file, and one without a zone is in UTC, said aloud', async () => {
  const { event, says } = await starting(await file('my-conf.ics', agendaText([talk])))
  expect(event).toEqual({ slug: 'my-conf', title: 'my-conf', timeZone: 'UTC' })
  expect(says[0]).toBe('The agenda names no time zone; the times of "my-conf" are shown in UTC.')
})

test('the same file again is the same event, with no change; so is the same event from elsewhere', async () => {
  const text = agendaText([talk], 'X-WR-CALNAME:Conf')
  const first = await starting(await file('a.ics', text))
  expect((await starting(await file('a.ics', text))).report).toMatchObject({ id: null, unchanged: 1, added: 0 })
  expect((await starting(await file('b.ics', text))).event).toEqual(first.event)
  const renamed = agendaText([talk], 'X-WR-CALNAME:Conf, the final programme')
  expect((await starting(await file('a.ics', renamed))).event).toEqual(first.event)
  expect(await store.events()).toHaveLength(1)
})

test('what cannot be read at the first start stops it, with a sentence', async () => {
  await expect(starting('/nowhere/agenda.ics')).rejects.toThrow(
    '--agenda /nowhere/agenda.ics was not imported: The agenda /nowhere/agenda.ics cannot be read: there is no such file.',
  )
  await expect(starting(await file('page.ics', '<html></html>'))).rejects.toThrow(/This is a web page/)
  await expect(starting(await file('empty.ics', agendaText([])))).rejects.toThrow(StartFailure)
  expect(await store.events()).toEqual([])
})

test('what cannot be read later leaves the agenda as it is', async () => {
  const path = await file('a.ics', agendaText([talk], 'X-WR-CALNAME:Conf'))
  await starting(path)
  await writeFile(path, '')
  const { report, says } = await starting(path)
  expect(report).toBeUndefined()
  expect(says).toEqual([expect.stringMatching(/^The agenda of "Conf" stays as it is: The feed is empty/)])
  expect(await store.sessions('conf')).toMatchObject([{ state: 'confirmed' }])
})

// A real feed holds people's names and is not part of the project; it is tried where a copy lies beside it.
test('PyCon US 2025: 224 sessions, each with a pad, and twice no change', async () => {
  const real = join(import.meta.dirname, '../../../../../shared/agendas/pyconus2025-all-latest.ics')
  if (!existsSync(real)) {
    console.info(`There is no ${real}: the import of a real feed was not tried.`)
    expect(existsSync(real)).toBe(false)
    return
  }
  const { event, report } = await starting(real)
  expect(event).toMatchObject({ slug: 'pycon-2025-all-events', title: 'PyCon 2025 All Events' })
  expect(report).toMatchObject({ sessions: 224, added: 224, problems: [] })
  const sessions = await store.sessions(event.slug)
  const pads = new Set(await createSqlitePadDirectory(base.database).names())
  expect(sessions.filter(({ pad }) => pads.has(pad))).toHaveLength(224)
  expect(pads.size).toBe(224)
  expect((await starting(real)).report).toMatchObject({ id: null, sessions: 224, unchanged: 224, added: 0 })
  expect(await store.sessions(event.slug)).toEqual(sessions)
})
