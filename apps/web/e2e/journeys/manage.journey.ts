import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT } from '../harness/sample-event.ts'
import { ORGANISER_KEY } from '../harness/server.ts'

test('an organiser comes from the agenda to the desk; nobody else is let in', async ({ server, visitor }) => {
  const event = `/e/${SAMPLE_EVENT}`
  const ada = await visitor({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await ada.page.goto(`${server.url}${event}`)
  await expect(ada.page.getByRole('link', { name: 'desk' })).toHaveCount(0)
  expect((await ada.page.goto(`${server.url}${event}/manage`))?.status()).toBe(403)

  await ada.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await ada.page.goto(`${server.url}${event}`)
  await ada.page.getByRole('link', { name: 'desk' }).click()
  await expect(ada.page.getByRole('heading', { name: 'Who may come' })).toBeVisible()
  for (const width of [1280, 360]) {
    await ada.page.setViewportSize({ width, height: 800 })
    await ada.page.screenshot({ path: `test-results/desk-${width}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${width} ${id} ${target}`))).toEqual([])
    expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

test('the desk counts the pads of an event, freezes them, and says when they freeze by themselves', async ({
  server,
  visitor,
}) => {
  const event = 'frozen-from-the-desk'
  const send = async (path: string, body: object) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ORGANISER_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.ok, await answer.clone().text()).toBe(true)
  }
  const entry = (uid: string, day: number) => [
    'BEGIN:VEVENT',
    ...[`UID:${uid}@desk`, `SUMMARY:About ${uid}`, `DTSTART:202605${day}T140000Z`, `X-FORUMPAD-PAD:desk-${uid}`],
    'END:VEVENT',
  ]
  await send('/events', { slug: event, title: 'Minutes', timeZone: 'UTC' })
  const text = ['BEGIN:VCALENDAR', ...entry('fog', 10), ...entry('nfv', 11), 'END:VCALENDAR', ''].join('\r\n')
  await send(`/events/${event}/imports`, { text })

  const { page } = await visitor({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.goto(`${server.url}/e/${event}/manage`)
  const minutes = page.getByRole('region', { name: 'Minutes' })
  await minutes.getByLabel('Pads are frozen by themselves').selectOption({ index: 1 })
  await expect(minutes.getByText('Saved.')).toBeVisible()
  await minutes.getByRole('button', { name: 'Count them' }).click()
  await minutes.getByRole('button', { name: 'Freeze 2 pads' }).click()
  await expect(minutes.getByText('2 pads frozen.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  const reader = await visitor()
  await reader.page.goto(`${server.url}/p/desk-nfv`)
  await expect(reader.readOnlyText).toBeVisible()
})
