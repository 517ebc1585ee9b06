import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import { importAgenda } from './import-agenda.ts'

const WG = { slug: 'wg', title: 'Working group', timeZone: 'Europe/Berlin' }
const WEEK = 7 * 86_400_000

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let store: AgendaStore
let now = Date.parse('2027-03-08T12:00:00Z')
beforeEach(async () => {
  base = await temporaryDatabase()
  store = createSqliteAgendaStore(base.database)
  await store.addEvent(WG, null, 1000)
})
afterEach(() => base.remove())

const call = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:call',
    'SUMMARY:Weekly call',
    'DTSTART;TZID=Europe/Berlin:20260106T090000',
    'RRULE:FREQ=WEEKLY',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
const importing = (text: string) => importAgenda({ store, now: () => now }, WG, { text, problems: [] })
const days = async () =>
  (await store.sessions('wg')).map(({ start, state, pad }) => `${start?.slice(0, 10)} ${state} ${pad}`)

test('a weekly call without end has pads two weeks ahead; as weeks go by, new ones are added and old ones stay', async () => {
  expect(await importing(call())).toMatchObject({ sessions: 2, added: 2 })
  expect(await days()).toEqual(['2027-03-09 confirmed wg-weekly-call', '2027-03-16 confirmed wg-weekly-call-2'])
  now += WEEK
  expect(await importing(call())).toMatchObject({ added: 1, missing: 0, unchanged: 1 })
  now += 2 * WEEK
  expect(await importing(call())).toMatchObject({ added: 2, missing: 0 })
  expect(await days()).toEqual([
    '2027-03-09 confirmed wg-weekly-call',
    '2027-03-16 confirmed wg-weekly-call-2',
    '2027-03-23 confirmed wg-weekly-call-3',
    '2027-03-30 confirmed wg-weekly-call-4',
    '2027-04-06 confirmed wg-weekly-call-5',
  ])
})

test('an exception cancels its occurrence, and its pad stays', async () => {
  now = Date.parse('2027-03-08T12:00:00Z')
  await importing(call())
  expect(await importing(call('EXDATE;TZID=Europe/Berlin:20270316T090000'))).toMatchObject({ cancelled: 1, missing: 0 })
  expect(await days()).toEqual(['2027-03-09 confirmed wg-weekly-call', '2027-03-16 cancelled wg-weekly-call-2'])
})
