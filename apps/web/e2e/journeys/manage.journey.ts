import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'

test('an organiser comes from the agenda to the desk; nobody else is let in', async ({ server, visitor }) => {
  const home = await (await fetch(server.url)).text()
  const event = /href="(\/e\/[^"]+)"/.exec(home)?.[1] ?? ''
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
