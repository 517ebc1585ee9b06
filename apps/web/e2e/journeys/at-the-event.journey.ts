import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import type { Visitor } from '../harness/visitor.ts'

const PHONE = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const
const SCREEN = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const

/** An event with two sessions that run now, in rooms of their own, and one that follows; gives the names of their pads. */
async function event(server: string, slug: string) {
  const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString().replace(/[-:]|\.\d+/g, '')
  const session = (title: string, room: string, from: number, to: number) =>
    `BEGIN:VEVENT\r\nUID:${title}\r\nSUMMARY:${title}\r\nLOCATION:${room}\r\nCATEGORIES:Forum ${room}\r\nDTSTART:${minutes(from)}\r\nDTEND:${minutes(to)}\r\nX-FORUMPAD-PAD:${slug}-${title.toLowerCase()}\r\nEND:VEVENT`
  const headers = { authorization: `Bearer ${ORGANISER_KEY}`, 'content-type': 'application/json' }
  const post = (path: string, body: object) =>
    fetch(`${server}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  await post('/events', { slug, title: `Forum ${slug}`, timeZone: 'Europe/Berlin' })
  const sessions = [
    session('Fog', 'Hall 1', -20, 30),
    session('Helm', 'Hall 2', -10, 50),
    session('Quota', 'Hall 1', 30, 60),
  ]
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...sessions, 'END:VCALENDAR'].join('\r\n')
  expect((await post(`/events/${slug}/imports`, { text })).ok).toBe(true)
  return `${server}/e/${slug}`
}

async function isGood(visitor: Visitor, name: string) {
  const { page } = visitor
  const width = page.viewportSize()?.width ?? 0
  await page.screenshot({ path: `test-results/${name}-${width}.png` })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name} ${id} ${target}`))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

test('an organiser copies the wiki table from the desk, and anybody the feeds from the agenda', async ({
  server,
  visitor,
}) => {
  const address = await event(server.url, 'wiki')
  const ada = await visitor({ ...SCREEN, permissions: ['clipboard-read', 'clipboard-write'] })
  await ada.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await ada.page.goto(`${address}/manage`)
  await ada.page.getByRole('button', { name: 'Copy Wiki table' }).click()
  await expect(ada.page.getByText('Copied.')).toBeVisible()
  const table = await ada.page.evaluate(() => navigator.clipboard.readText())
  expect(table).toContain('{| class="wikitable sortable"')
  expect(table).toContain(`|| Hall 1 || Fog || [${server.url}/p/wiki-fog notes] ||`)
  await ada.page.goto(address)
  await ada.page.getByText('Publish: tables').click()
  await ada.page.getByRole('button', { name: 'Copy the address of agenda.ics' }).click()
  await expect.poll(() => ada.page.evaluate(() => navigator.clipboard.readText())).toBe(`${address}/agenda.ics`)
  await isGood(ada, 'publish')
})

test('a phone comes by the code of the room to the session now on', async ({ server, visitor }) => {
  const address = await event(server.url, 'door')
  const ada = await visitor(SCREEN)
  await ada.page.goto(`${address}/rooms/Hall%201`)
  await expect(ada.page.getByRole('heading', { name: 'Fog' })).toBeVisible()
  await expect(ada.page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const target = await ada.page.getByRole('link', { name: /Notes of what is on now/ }).getAttribute('href')
  expect(target).toBe(`${address}/rooms/Hall%201/pad`)
  await isGood(ada, 'sign')
  const phone = await visitor(PHONE)
  await phone.page.goto(target ?? '')
  await expect(phone.page).toHaveURL(/\/p\/door-fog$/)
  await expect(phone.page.getByRole('heading', { name: 'Fog' })).toBeVisible()
  await phone.page.goto(`${address}/rooms/Hall%201`)
  await isGood(phone, 'sign')
})

test('what a moderator says is on the sign and the board at once', async ({ server, visitor }) => {
  const address = await event(server.url, 'late')
  const sign = await visitor(SCREEN)
  await sign.page.goto(`${address}/rooms/Hall%201`)
  const board = await visitor(PHONE)
  await board.page.goto(`${address}/now`)
  await expect(board.page.getByRole('link', { name: 'Helm' })).toBeVisible()
  const chair = await visitor(SCREEN)
  await chair.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await chair.page.goto(`${server.url}/p/late-fog`)
  await chair.page.getByRole('button', { name: 'Board' }).click()
  await chair.page.getByRole('textbox', { name: 'Now' }).fill('Low clouds')
  await chair.page.getByRole('combobox', { name: 'Running late' }).selectOption('10')
  await isGood(chair, 'board-dialog')
  await chair.page.getByRole('button', { name: 'Show it' }).click()
  await expect(chair.page.getByText('The board shows it.')).toBeVisible()
  for (const { page } of [sign, board]) {
    await expect(page.getByText('Now: Low clouds')).toBeVisible({ timeout: 2_000 })
    await expect(page.getByText(/10 minutes late/)).toBeVisible()
  }
  await isGood(board, 'now')
  await board.page.setViewportSize(SCREEN.viewport)
  await board.page.screenshot({ path: 'test-results/now-1280.png' })
  await board.page.getByRole('combobox', { name: 'Room' }).selectOption('Hall 2')
  await board.page.getByRole('button', { name: 'Show' }).click()
  await expect(board.page.getByRole('link', { name: 'Fog' })).toHaveCount(0)
})

test('two starred sessions that clash are marked, and their pads open side by side', async ({ server, visitor }) => {
  const address = await event(server.url, 'stars')
  const ada = await visitor(SCREEN)
  await ada.page.goto(address)
  for (const title of ['Fog', 'Helm']) {
    const star = ada.page.getByRole('button', { name: `Star ${title}` })
    await star.focus()
    await ada.page.keyboard.press('Space')
    await expect(star).toHaveAttribute('aria-pressed', 'true')
  }
  await ada.page.getByRole('link', { name: 'My agenda' }).click()
  await expect(ada.page.getByText('Clashes with Helm')).toBeVisible()
  await ada.page.setViewportSize(PHONE.viewport)
  await isGood(ada, 'my-agenda')

  await ada.page.setViewportSize(SCREEN.viewport)
  await ada.page.getByRole('link', { name: 'Open both side by side' }).click()
  for (const title of ['Fog', 'Helm']) {
    const editor = ada.page
      .frameLocator(`iframe[title="Notes: ${title}"]`)
      .locator('.ProseMirror[contenteditable="true"]')
    await expect(editor).toBeVisible()
    await editor.click()
    await ada.page.keyboard.type(`Seen in ${title}`)
    await expect(editor).toContainText(`Seen in ${title}`)
  }
  await ada.page.screenshot({ path: 'test-results/both-1280.png' })
  await expect.poll(() => server.textOf('stars-fog')).toContain('Seen in Fog')
  await expect.poll(() => server.textOf('stars-helm')).toContain('Seen in Helm')
  await ada.page.goto(`${address}/mine`)
  await ada.page.getByRole('button', { name: 'Star Fog' }).click()
  await expect(ada.page.getByText('Clashes with')).toHaveCount(0)
})
