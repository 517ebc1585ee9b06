import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY, type TestServer } from '../harness/server.ts'
import type { Visitor } from '../harness/visitor.ts'

// Three browsers on a busy machine take their time.
test.describe.configure({ timeout: 120_000 })

const LINES = Array.from({ length: 80 }, (_, index) => `Line ${index + 1} of many`).join('\n')

async function axeIsClean({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
}

async function comes(visitor: Visitor, pad: string, name: string): Promise<void> {
  const { origin } = new URL(pad)
  await visitor.page.goto(pad)
  const answer = await visitor.page.request.patch(`${origin}/api/v1/me`, { data: { name }, headers: { origin } })
  expect(answer.ok()).toBe(true)
  await visitor.opens(pad)
}

const following = ({ page }: Visitor) => page.getByRole('status').filter({ hasText: 'Following' })

async function longPad(server: TestServer, name: string): Promise<string> {
  await server.makePad(name, LINES)
  return `${server.url}/p/${name}`
}

test('a reader follows somebody through a long pad until they go their own way, and then the note taker', async ({
  server,
  visitor,
}) => {
  const pad = await longPad(server, 'follow-somebody')
  const ada = await visitor()
  await ada.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await comes(ada, pad, 'Ada')
  const ben = await visitor({ viewport: { width: 360, height: 740 } })
  await comes(ben, pad, 'Ben')
  const list = ben.page.getByRole('dialog')

  await ben.page.getByRole('button', { name: /people are here/ }).click()
  await expect(list.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('organiser')
  await ada.goesTo('Line 70 of many')
  await ada.types(', typed')
  await expect(list.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('typing')
  await axeIsClean(ben)
  await list.getByRole('button', { name: 'Follow Ada' }).press('Enter')
  await expect(following(ben)).toHaveText(/^Following Ada/)
  await expect(ben.line('Line 70 of many')).toBeInViewport()
  await ada.goesTo('Line 2 of many')
  await expect(ben.line('Line 2 of many')).toBeInViewport()

  await ben.page.mouse.move(180, 500)
  await ben.page.mouse.wheel(0, 400)
  await expect(following(ben)).toHaveCount(0)
  await ada.goesTo('Line 75 of many')
  await ada.types(', far away')
  await expect(ben.line('Line 75 of many, far away')).toBeAttached()
  await expect(ben.line('Line 75 of many')).not.toBeInViewport()

  await ben.page.getByRole('button', { name: /people are here/ }).click()
  await list.getByRole('button', { name: 'Follow the note taker' }).click()
  await ada.types(' and on')
  await expect(ben.line('Line 75 of many')).toBeInViewport()
})

test('a projector shows a pad large and without tools, with the way to it, always where something is written', async ({
  server,
  visitor,
}) => {
  const pad = await longPad(server, 'follow-on-the-wall')
  const wall = await visitor({ viewport: { width: 1280, height: 720 } })
  await wall.page.goto(`${pad}?view=projector`)
  await expect(wall.page.getByRole('img', { name: `QR code of ${pad}` })).toBeVisible()
  await expect(wall.readOnlyText).toBeVisible()
  await expect(wall.page.getByRole('toolbar')).toHaveCount(0)
  await expect(wall.page.getByRole('banner').getByRole('button')).toHaveCount(0)
  await axeIsClean(wall)

  const ada = await visitor()
  await ada.opens(pad)
  for (const line of ['Line 72 of many', 'Line 3 of many']) {
    await ada.goesTo(line)
    await ada.types(', on the wall')
    await expect(wall.readOnlyText.locator('p', { hasText: `${line}, on the wall` })).toBeInViewport()
  }
})
