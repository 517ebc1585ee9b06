import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText } from '../harness/visitor.ts'

test('a moderator sees what somebody wiped, brings it back without a script, and takes that back', async ({
  pad,
  server,
  visitor,
  browser,
}) => {
  test.setTimeout(120_000)
  const name = new URL(pad).pathname.replace('/p/', '')
  const guest = await visitor()
  await guest.page.goto(pad)
  await guest.canWrite()
  await guest.goesTo('Second line')
  await guest.page.keyboard.press('ControlOrMeta+a')
  await guest.looks()
  await guest.page.keyboard.type('nothing here')
  await expect.poll(() => server.textOf(name)).toBe('nothing here\n')

  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.goto(`${pad}/changes?from=1`)
  await expect(page.getByText('Last line')).toBeVisible()
  const restore = async () => {
    await page
      .getByText(/^Restore revision/)
      .first()
      .click()
    await page.getByRole('button', { name: 'Restore it now' }).first().click()
    await expect(page).toHaveURL(/\/changes\?from=\d+&to=\d+$/)
    await expect(page.getByText(/, the newest$/)).toBeVisible()
  }
  await restore()
  expect(await server.textOf(name)).toBe('First line\nSecond line\nLast line\n')
  await expectText(guest, 'Last line')
  await restore()
  expect(await server.textOf(name)).toBe('nothing here\n')
  await context.close()
})

test('the page of changes is for everybody: names, both widths, nothing that only colour says', async ({
  pad,
  server,
  visitor,
}) => {
  test.setTimeout(120_000)
  const { page } = await visitor({ colorScheme: 'dark' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.goto(`${pad}/changes`)
  await expect(page.getByText(/^Added by /).first()).toBeVisible()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})
