import AxeBuilder from '@axe-core/playwright'
import { isForEverybody } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT } from '../harness/sample-event.ts'
import { ORGANISER_KEY } from '../harness/server.ts'

const ENTRY = (uid: string, title: string, at: string, room: string) =>
  [
    'BEGIN:VEVENT',
    ...[`UID:${uid}@forum`, `SUMMARY:${title}`, `DTSTART:${at}`, `LOCATION:${room}`, 'DURATION:PT40M'],
    'END:VEVENT',
  ].join('\r\n')

const FEED = (...entries: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//forum//EN', ...entries, 'END:VCALENDAR', ''].join('\r\n')

const FIRST = FEED(
  ENTRY('nfv', 'Telecom and NFV', '20260510T140000Z', 'Hynes 102'),
  ENTRY('helm', 'Helm hands-on', '20260510T150000Z', 'Hynes 101'),
  ENTRY('ops', 'Operators’ lunch', '20260510T160000Z', 'Hynes 103'),
)
const SECOND = FEED(
  ENTRY('nfv', 'Telecom, NFV and edge', '20260510T140000Z', 'Hynes 102'),
  ENTRY('helm', 'Helm hands-on', '20260510T170000Z', 'Hynes 104'),
  ENTRY('ops', 'Operators’ lunch', '20260510T160000Z', 'Hynes 103'),
)

test('an organiser makes an event, sees what an agenda would do, applies it, and takes the next one back', async ({
  server,
  visitor,
}) => {
  const { page } = await visitor({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.getByRole('link', { name: 'New event' }).click()
  await page.getByLabel('Title').fill('Forum Boston')
  await page.getByLabel('Time zone').fill('America/New_York')
  await page.getByRole('button', { name: 'Make the event' }).click()
  await page.waitForURL('**/e/forum-boston/imports')

  const bring = async (text: string) => {
    await page.getByLabel('Or choose a file').setInputFiles({
      name: 'forum.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(text),
    })
    await expect(page.getByRole('heading', { name: 'This would happen' })).toBeVisible()
  }
  await bring(FIRST)
  await expect(page.getByText('3 sessions read: 3 new.')).toBeVisible()
  await page.getByRole('button', { name: 'Apply to the agenda' }).click()
  await expect(page.getByRole('heading', { name: 'Applied', exact: true })).toBeVisible()

  await bring(SECOND)
  await expect(page.getByText('3 sessions read: 1 renamed, 1 moved, 1 changed, 1 unchanged.')).toBeVisible()
  await expect(page.getByRole('deletion').filter({ hasText: 'Hynes 101' })).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: 'Hynes 104' })).toBeVisible()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `test-results/imports-${width}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${width} ${id} ${target}`))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.getByRole('button', { name: 'Apply to the agenda' }).click()
  await page.getByRole('link', { name: 'To the agenda' }).click()
  await expect(page.getByText('Telecom, NFV and edge')).toBeVisible()

  await page.goto(`${server.url}/e/forum-boston/imports`)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone')).toBeVisible()
  await page.goto(`${server.url}/e/forum-boston`)
  await expect(page.getByText('Telecom and NFV')).toBeVisible()
})

const PLAN = `Thema;Wann;Wo;Notiz
Nebel und Wolken;05/06/2027 10:00;Saal 1;Suppe
Mittag;05/06/2027 12:00;Mensa;Brot`

test('a table with odd headings is read as the organiser says, its dates too', async ({ server, visitor }) => {
  test.setTimeout(180_000)
  const { page } = await visitor({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.request.post(`${server.url}/api/v1/events`, {
    data: { slug: 'plan', title: 'Plan', timeZone: 'Europe/Vienna' },
    headers: { origin: server.url },
  })
  await page.goto(`${server.url}/e/plan/imports`)
  await page
    .getByLabel('Or choose a file')
    .setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(PLAN) })
  await expect(page.getByRole('heading', { name: 'Say what the columns are' })).toBeVisible()
  await expect(page.getByText('Nebel und Wolken · Mittag')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply to the agenda' })).toHaveCount(0)

  await page.getByLabel('Thema').selectOption('title')
  await page.getByLabel('Wann').selectOption('start')
  await page.getByLabel('Wo', { exact: true }).selectOption('room')
  await isForEverybody(page, 'columns')
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('2 sessions read: 2 new.')).toBeVisible()
  await expect(page.getByText('Sat 5 Jun 10:00, Saal 1')).toBeVisible()

  await page.getByText('How the columns of the table were read').click()
  await expect(page.getByLabel('Notiz')).toHaveValue('')
  await page.getByLabel('The date 05/06/2027 is').selectOption('6 May 2027 (month first)')
  await isForEverybody(page, 'columns-read')
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('Thu 6 May 10:00, Saal 1')).toBeVisible()
  await page.getByRole('button', { name: 'Apply to the agenda' }).click()
  await page.getByRole('link', { name: 'To the agenda' }).click()
  await expect(page.getByText('Nebel und Wolken')).toBeVisible()
})

test('an agenda that has lost its sessions is applied only on purpose', async ({ server, visitor }) => {
  const { page } = await visitor({ colorScheme: 'dark' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  const made = await page.request.post(`${server.url}/api/v1/events`, {
    data: { slug: 'lunch', title: 'Lunch', timeZone: 'Europe/Vienna' },
    headers: { origin: server.url },
  })
  expect(made.status()).toBe(201)
  await page.goto(`${server.url}/e/lunch/imports`)
  await page.getByText('Or paste the agenda itself').click()
  const paste = async (text: string) => {
    await page.getByLabel('Text of the agenda').fill(text)
    await page.getByRole('button', { name: 'Show what changes' }).last().click()
  }
  await paste('no agenda at all')
  await expect(page.getByRole('alert')).toBeVisible()
  await paste(FIRST)
  await page.getByRole('button', { name: 'Apply to the agenda' }).click()
  await expect(page.getByRole('heading', { name: 'Applied', exact: true })).toBeVisible()

  await paste(FEED(ENTRY('helm', 'Helm hands-on', '20260510T150000Z', 'Hynes 101')))
  await expect(page.getByText('No longer in the agenda')).toBeVisible()
  const apply = page.getByRole('button', { name: 'Apply to the agenda' })
  await apply.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Tick above')
  await page.getByLabel('Apply it all the same').check()
  await apply.click()
  await expect(page.getByRole('heading', { name: 'Applied', exact: true })).toBeVisible()
  expect((await page.request.get(`${server.url}/e/lunch`)).status()).toBe(200)
})

test('whoever is no organiser is told so', async ({ server, visitor }) => {
  const { page } = await visitor()
  expect((await page.goto(`${server.url}/new`))?.status()).toBe(401)
  expect((await page.goto(`${server.url}/e/${SAMPLE_EVENT}/imports`))?.status()).toBe(401)
})
