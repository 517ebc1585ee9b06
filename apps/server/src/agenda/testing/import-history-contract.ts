import type { ImportReport } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AgendaStore } from '../agenda-store.ts'
import { importAgenda } from '../import-agenda.ts'
import type { ImportHistory } from '../import-history.ts'
import { beginningsIn } from '../templates/session-templates.ts'
import { agendaText } from './agenda-text.ts'

export type HistoryUnderTest = { store: AgendaStore; history: ImportHistory; remove(): Promise<void> }

const READING = { columns: { title: 'Thema' }, dayOrder: 'month first' } as const
const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }
const FEED = 'https://example.org/agenda.ics'

/** What every store of the history of imports must do. */
export function importHistoryContract(name: string, open: () => Promise<HistoryUnderTest>): void {
  describe(`the history of imports in ${name}`, () => {
    let parts: HistoryUnderTest
    beforeEach(async () => {
      parts = await open()
      await parts.store.addEvent(BOSTON, null, 1)
      await parts.store.addEvent({ ...BOSTON, slug: 'other' }, null, 1)
    })
    afterEach(() => parts.remove())

    const importing = (at: number, titles: string[], source: string | null = null): Promise<ImportReport> => {
      const text = agendaText(titles.map((title) => ({ uid: title, title })))
      const { store } = parts
      return importAgenda({ store, now: () => at }, BOSTON, { text, problems: [] }, { source, confirm: true })
    }
    const listed = async (event = 'bos') =>
      (await parts.history.imports(event, 10)).map(({ id, state, undoable }) => ({ id, state, undoable }))
    const waiting = async (text: string) => {
      const report = await importing(5, ['Fog', 'Helm'])
      return parts.history.keepWaiting('bos', {
        at: 9,
        by: 'refresh',
        source: FEED,
        text,
        reading: READING,
        report,
        why: 'It is empty.',
      })
    }

    test('lists what was imported, the newest first, and whence', async () => {
      await importing(1000, ['Fog'], FEED)
      await importing(2000, ['Fog', 'Helm'])
      expect(await parts.history.imports('bos', 10)).toMatchObject([
        {
          id: 2,
          at: '1970-01-01T00:00:02Z',
          state: 'applied',
          by: 'organiser',
          source: null,
          added: 1,
          undoable: true,
        },
        { id: 1, source: FEED, added: 1, undoable: false, why: null, notes: [], problems: [] },
      ])
      expect(await parts.history.imports('bos', 1)).toHaveLength(1)
      expect(await listed('other')).toEqual([])
    })

    test('keeps each change of an import, and not in the list', async () => {
      const { changes } = await importing(1, ['Fog'])
      expect(await parts.history.report('bos', 1)).toMatchObject({ id: 1, added: 1, changes })
      expect(await parts.history.report('other', 1)).toBeUndefined()
      expect((await parts.history.imports('bos', 10))[0]).not.toHaveProperty('changes')
    })

    test('says what was undone, and which one can be undone next', async () => {
      await importing(1, ['Fog'])
      await importing(2, ['Fog', 'Helm'])
      await parts.store.undoImport('bos', 2, beginningsIn(BOSTON))
      expect(await listed()).toEqual([
        { id: 2, state: 'undone', undoable: false },
        { id: 1, state: 'applied', undoable: true },
      ])
    })

    test('keeps one feed waiting, the last one', async () => {
      const first = await waiting('first')
      const second = await waiting('second')
      expect(await parts.history.waiting('bos', first)).toBeUndefined()
      expect(await parts.history.waiting('bos', second)).toEqual({ text: 'second', source: FEED, reading: READING })
      expect(await parts.history.waiting('other', second)).toBeUndefined()
      expect(await listed()).toMatchObject([{ state: 'waiting' }, { state: 'superseded' }, { state: 'applied' }])
      expect((await parts.history.imports('bos', 1))[0]).toMatchObject({ by: 'refresh', why: 'It is empty.' })
    })

    test('lets a waiting feed go when it is dismissed, or when something newer is applied', async () => {
      const id = await waiting('feed')
      expect(await parts.history.dismiss('other', id)).toBe(false)
      expect(await parts.history.dismiss('bos', id)).toBe(true)
      expect(await parts.history.dismiss('bos', id)).toBe(false)
      const next = await waiting('feed')
      await importing(10, ['Fog', 'Helm', 'Edge'])
      expect(await parts.history.waiting('bos', next)).toBeUndefined()
      expect((await listed()).map(({ state }) => state)).toEqual(['applied', 'superseded', 'dismissed', 'applied'])
    })

    test('a feed that waits is not in the way of undoing', async () => {
      await waiting('feed')
      expect(await parts.store.undoImport('bos', 1, beginningsIn(BOSTON))).toBe('undone')
    })
  })
}
