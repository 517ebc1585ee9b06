import type { OutcomesData, SeriesData } from '@forumpad/api'
import { markdownToDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import { settled, TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from './testing/running-app.ts'
import { stockClient } from './testing/stock-client.ts'

const DAY = 86_400_000
const asOrganiser = { authorization: `Bearer ${ORGANISER_KEY}` }

/** On Tuesdays. The test's clock begins on Monday, 8 May 2017. */
const calendar = (uid: string, title = 'Telecom call') =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    ...[`UID:${uid}`, `SUMMARY:${title}`, 'DTSTART;TZID=America/New_York:20170502T140000', 'DURATION:PT1H'],
    'RRULE:FREQ=WEEKLY',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

let app: RunningApp
let clock: TestClock
/** How much later it is for whoever asks, with no timer going off. */
let later = 0
beforeEach(async () => {
  clock = new TestClock()
  later = 0
  app = await runApp({}, { clock: { now: () => clock.now() + later, after: (ms, then) => clock.after(ms, then) } })
  await app.api('POST', '/events', { slug: 'wg', title: 'Groups', timeZone: 'America/New_York' }, asOrganiser)
  await importing(calendar('telecom'))
}, 30_000)
afterEach(() => app.end())

const importing = (text: string) => app.api('POST', '/events/wg/imports', { text, confirm: true }, asOrganiser)
const pads = async () => (await app.agenda.sessions('wg')).map(({ pad }) => pad)
const textOf = async (pad: string) => (await fetch(`${app.url}/api/v1/pads/${pad}/text`)).text()
const series = async (path = '') => (await app.page(`/e/wg/series/telecom-call${path}`)).data as SeriesData

/** Writes in a pad what was said, and waits until its outcomes are kept. */
async function writes(pad: string, markdown: string, actions: number): Promise<void> {
  await app.app.livePads.edit(pad, 'ana', (doc) => {
    writeDocument(doc.getXmlFragment(ROOT), markdownToDocument(markdown))
  })
  await expect
    .poll(async () => {
      await clock.pass(5_000)
      await settled()
      const { body } = await app.api('GET', `/pads/${pad}/outcomes`, undefined, asOrganiser)
      return (body.outcomes as { kind: string }[]).filter(({ kind }) => kind === 'action').length
    })
    .toBe(actions)
}

test('the next call begins with what was still to do after the last, by dates and under the same names', async () => {
  const [first = '', second = ''] = await pads()
  await writes(first, '- [ ] #action Ana asks the list by Friday\n- [x] Bea books a room\n- [ ] Read *the* draft', 3)

  const lines = (await textOf(second)).split('\n').filter((each) => each.trim() !== '')
  expect(lines[0]).toContain('Open actions of 9 May 2017')
  expect(lines[1]).toContain('#action Ana asks the list due 2017-05-12')
  expect(lines[2]).toContain('Read the draft')
  expect(lines[3]).toContain('Purpose and goals')
  expect((await app.pads.find(second))?.revision).toBe(0)

  const ana = await stockClient(app.url, second)
  await ana.sees('#action Ana asks the list due 2017-05-12')
  ana.leaves()
  // They count as given, like the template.
  expect((await app.pads.find(second))?.template).toContain('Open actions of 9 May 2017')
})

test('what is closed is not told to more people by the next pad', async () => {
  const [first = '', second = ''] = await pads()
  await writes(first, '- [ ] Dismiss Bob', 1)
  await app.api('PUT', `/pads/${first}/access`, { access: 'closed' }, asOrganiser)
  expect(await textOf(second)).not.toContain('Bob')
  expect((await series()).outcomes).toEqual([])
})

test('a pad that has begun is not begun again', async () => {
  const [first = '', second = ''] = await pads()
  const ana = await stockClient(app.url, second)
  ana.leaves()
  const before = await textOf(second)
  await writes(first, '- [ ] Ask the list', 1)
  expect(await textOf(second)).toBe(before)
})

test('the series has one address, whatever the feed calls it later, and it leads to the call that counts now', async () => {
  const [first = '', second = ''] = await pads()
  await writes(first, '- [ ] Ask the list\n- DECISION: yes', 1)
  expect(await series()).toMatchObject({ title: 'Telecom call', current: first, last: null })
  later = 2 * DAY
  const page = await series()
  expect(page).toMatchObject({ current: second, last: first, outcomes: [{ text: 'Ask the list' }] })
  expect(page.occurrences[0]).toMatchObject({ counts: { actions: 1, open: 1, decisions: 1 } })
  expect((await app.page('/e/wg/series/telecom-call/now')).headers.get('location')).toBe(`/p/${second}`)

  await importing(calendar('other-uid', 'Telecom and edge call'))
  expect((await series()).occurrences.length).toBeGreaterThan(2)
  expect((await app.page('/e/wg/series/telecom-and-edge-call')).status).toBe(404)
  const outcomes = await app.api('GET', '/events/wg/outcomes?series=telecom-call&kind=decision')
  expect(outcomes.body.outcomes).toMatchObject([{ text: 'yes' }])
})

test('the outcomes of a series are all of its own, in every form, when it is renamed and another takes its name', async () => {
  const [first = '', second = ''] = await pads()
  await writes(first, '- [ ] #action Ana asks the list\n- DECISION: yes', 1)
  await importing(calendar('telecom', 'Telecom and edge call'))
  await writes(second, '- [ ] #action Bea books a room', 1)
  // Another call of the old name, in the same calendar.
  const [head = '', ...rest] = calendar('other').split('BEGIN:VEVENT')
  const both = `${calendar('telecom', 'Telecom and edge call').replace('END:VCALENDAR\r\n', '')}BEGIN:VEVENT${rest.join('')}`
  await importing(head === '' ? '' : both)
  const other = (await app.agenda.sessions('wg')).find(({ title }) => title === 'Telecom call')?.pad ?? ''
  await writes(other, '- [ ] #action Cy calls somebody else', 1)

  const said = async (address: string) => {
    const text = await (await fetch(`${app.url}${address}`, { headers: asOrganiser })).text()
    return ['Ana asks', 'Bea books', 'Cy calls'].filter((words) => text.includes(words))
  }
  for (const ending of ['csv', 'md', 'json', 'ics'])
    expect(await said(`/e/wg/outcomes.${ending}?series=telecom-call`), ending).toEqual(['Ana asks', 'Bea books'])
  const page = await app.page('/e/wg/outcomes?series=telecom-call', { headers: asOrganiser })
  expect(page.data).toMatchObject({ total: 3, filter: { series: 'telecom-call' } })
  const { choices } = page.data as OutcomesData
  expect(choices.series.map(({ title }) => title).sort()).toEqual(['Telecom and edge call', 'Telecom call'])
  const one = await app.page('/e/wg/outcomes?series=telecom-call&person=bea&state=open', { headers: asOrganiser })
  expect(one.data).toMatchObject({ outcomes: [{ text: 'Bea books a room' }] })
})
