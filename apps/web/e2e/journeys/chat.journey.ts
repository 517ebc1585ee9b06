import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText, type Visitor } from '../harness/visitor.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const panel = ({ page }: Visitor) => page.getByRole('complementary', { name: 'Beside the pad' })
const button = ({ page }: Visitor) => page.getByRole('banner').getByRole('button', { name: /^Chat/ })
const box = (visitor: Visitor) => panel(visitor).getByRole('textbox', { name: 'Write to everybody here' })

const message = (visitor: Visitor, words: string) => panel(visitor).getByRole('listitem').filter({ hasText: words })

async function axeIsClean({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
}

async function called({ page }: Visitor, name: string): Promise<void> {
  const { origin } = new URL(page.url())
  const answer = await page.request.patch(`${origin}/api/v1/me`, { data: { name }, headers: { origin } })
  expect(answer.ok()).toBe(true)
  await page.reload()
}

async function says(visitor: Visitor, words: string): Promise<void> {
  await box(visitor).fill(words)
  await visitor.page.keyboard.press('Enter')
  await expect(box(visitor)).toHaveValue('')
}

test('two people chat, one reloads, and a message becomes a line of the pad', async ({ pad, server, visitor }) => {
  const ada = await visitor()
  const ben = await visitor(PHONE)
  await ada.opens(pad)
  await ben.opens(pad)
  await called(ada, 'Ada')
  await called(ben, 'Ben')
  await ada.canWrite()
  await ben.canWrite()

  // By keyboard alone.
  await button(ada).focus()
  await ada.page.keyboard.press('Enter')
  await expect(panel(ada)).toBeFocused()
  await box(ada).focus()
  await says(ada, 'Where is the link, @Ben?')

  const place = await ben.line('Second line').boundingBox()
  await expect(button(ben)).toHaveAccessibleName('Chat, comments and room, 1 new')
  await button(ben).click()
  await expect(panel(ben).locator('mark')).toHaveText('@Ben')
  await says(ben, 'https://example.org/notes')
  await expect(message(ada, 'https://example.org/notes')).toBeVisible()
  await expect(panel(ada).getByRole('status').first()).toHaveText('Ben: https://example.org/notes')
  await axeIsClean(ada)
  await axeIsClean(ben)
  expect(await ben.line('Second line').boundingBox()).toEqual(place)

  await ben.page.reload()
  await ben.canWrite()
  await expect(button(ben)).toHaveAccessibleName('Chat, comments and room')
  await button(ben).click()
  await expect(panel(ben).getByRole('listitem')).toHaveCount(2)

  await panel(ada)
    .getByRole('button', { name: /^Move into the pad: https/ })
    .click()
  await expectText(ben, 'Ben: https://example.org/notes')
  await expect.poll(() => server.textOf(new URL(pad).pathname.slice(3))).toContain('Ben: https://example.org/notes')

  await ada.page.keyboard.press('Escape')
  await expect(panel(ada)).toHaveCount(0)
})

test('what was said while the line was down comes with it, and a flood keeps its words', async ({ pad, visitor }) => {
  const ada = await visitor()
  const ben = await visitor()
  await ada.opens(pad)
  await ben.opens(pad)
  await button(ada).click()
  await button(ben).click()
  await says(ada, 'before')
  await expect(message(ben, 'before')).toBeVisible()
  await ben.context.setOffline(true)
  await expect(ben.badge).toHaveText(/^Offline/)
  await box(ben).fill('from the tunnel')
  await ben.page.keyboard.press('Enter')
  await expect(panel(ben).getByText(/cannot be reached/)).toBeVisible()
  await expect(box(ben)).toHaveValue('from the tunnel')
  // Quicker than anybody reads, until the server has had enough.
  const refusal = panel(ada).getByText(/still here/)
  let said = 0
  while (!(await refusal.isVisible()) && said < 30) {
    said += 1
    await box(ada).fill(`number ${said}`)
    await ada.page.keyboard.press('Enter')
    await expect(box(ada).and(ada.page.locator('[aria-busy]'))).toHaveCount(0)
  }
  await expect(refusal).toBeVisible()
  await expect(box(ada)).toHaveValue(`number ${said}`)
  await ben.context.setOffline(false)
  await expect(message(ben, `number ${said - 1}`)).toBeVisible({ timeout: 20_000 })
  await box(ben).focus()
  await ben.page.keyboard.press('Enter')
  await expect(message(ada, 'from the tunnel')).toBeVisible()
})

test('the organiser deletes a message, and a frozen pad lets its chat be read', async ({ pad, server, visitor }) => {
  const chair = await visitor()
  const ada = await visitor()
  await chair.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await chair.opens(pad)
  await ada.opens(pad)
  await button(ada).click()
  await says(ada, 'something rude')
  await says(ada, 'something else')
  await button(chair).click()
  await chair.page.getByRole('button', { name: 'Delete: something rude' }).click()
  await expect(message(ada, 'Deleted by the organiser')).toBeVisible()
  await expect(message(ada, 'something rude')).toHaveCount(0)
  await server.freeze(new URL(pad).pathname.slice(3))
  await expect(panel(ada).getByText(/can be read/)).toBeVisible()
  await expect(message(ada, 'something else')).toBeVisible()
  await expect(box(ada)).toHaveCount(0)
})
