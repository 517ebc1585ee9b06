import { keptFeed, parseAgenda } from '@forumpad/agenda'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AgendaStore } from '../../agenda/agenda-store.ts'
import { importAgenda } from '../../agenda/import-agenda.ts'
import { agendaText } from '../../agenda/testing/agenda-text.ts'
import type { FeedStore } from '../feed-store.ts'

export type FeedsUnderTest = { feeds: FeedStore; agenda: AgendaStore; remove(): Promise<void> }

const WORDS = [
  'Fog',
  'Telecom',
  'Quotas',
  'Helm',
  'Upgrades',
  'Storage',
  'Zuul',
  'Keynote',
  'Docs',
  'Ironic',
  'Lunch',
  'Party',
]
const calendarOf = (...titles: string[]) =>
  agendaText(titles.map((title) => ({ uid: title, title, room: `Room of ${title}` })))

/** What every store of feeds must do, beside the agenda store that fills it. */
export function feedStoreContract(name: string, open: () => Promise<FeedsUnderTest>): void {
  describe(`feeds in ${name}`, () => {
    const event = { slug: 'bos', title: 'Boston', timeZone: 'UTC' }
    let parts: FeedsUnderTest
    let clock = 0
    const imports = async (text: string, dryRun = false) => {
      clock += 1000
      return importAgenda(
        { store: parts.agenda, now: () => clock },
        event,
        { text, problems: [] },
        { dryRun, confirm: true },
      )
    }
    beforeEach(async () => {
      clock = 0
      parts = await open()
      await parts.agenda.addEvent(event, null, 1)
    })
    afterEach(() => parts.remove())

    test('the last import is kept with its feed, and which entry is which session', async () => {
      expect(await parts.feeds.lastImport('bos')).toBeUndefined()
      const text = calendarOf('Telecom', 'Fog')
      await imports(text)
      const agenda = parseAgenda(text, 'UTC')
      expect(await parts.feeds.lastImport('bos')).toEqual({ at: 1000, feed: keptFeed(text, agenda) })
      const sessions = await parts.agenda.sessions('bos')
      const keys = await parts.feeds.keys('bos')
      expect(agenda.sessions.map(({ key }) => keys.get(key)).sort()).toEqual(sessions.map(({ id }) => id).sort())
    })

    test('a dry run keeps nothing; a feed that changes no session takes the place of the one before', async () => {
      const text = calendarOf('Telecom')
      await imports(text)
      await imports(calendarOf('Other'), true)
      expect((await parts.feeds.lastImport('bos'))?.feed?.text).toBe(text)
      await imports(`${text}\r\n`)
      expect(await parts.feeds.lastImport('bos')).toMatchObject({ at: 1000, feed: { text: `${text}\r\n` } })
    })

    test('undoing an import brings the feed before it back', async () => {
      const first = calendarOf('Telecom')
      await imports(first)
      const { id } = await imports(calendarOf('Telecom', 'Fog'))
      await parts.agenda.undoImport('bos', id ?? 0, () => () => '')
      expect((await parts.feeds.lastImport('bos'))?.feed?.text).toBe(first)
    })

    test('only the last feeds are kept, and never one that is not the last', async () => {
      const ids: number[] = []
      for (let n = 1; n <= 12; n += 1) {
        const { id } = await imports(calendarOf(...WORDS.slice(0, n)))
        ids.push(id ?? 0)
      }
      for (const id of ids.slice(2).reverse()) await parts.agenda.undoImport('bos', id, () => () => '')
      expect(await parts.feeds.lastImport('bos')).toEqual({ at: 2000, feed: undefined })
    })

    test('pads of sessions have numbers, and a number leads to its pad', async () => {
      await imports(calendarOf('Telecom', 'Fog'))
      const numbers = await parts.feeds.padNumbers('bos')
      const pads = (await parts.agenda.sessions('bos')).map(({ pad }) => pad)
      expect([...numbers.keys()].sort()).toEqual([...pads].sort())
      const [[pad, number] = ['', 0]] = numbers
      expect(await parts.feeds.padsNumbered([number, 999_999])).toEqual(new Map([[number, pad]]))
      expect(await parts.feeds.padsNumbered([])).toEqual(new Map())
    })
  })
}
