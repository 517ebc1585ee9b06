import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/journey.ts'
import { TELECOM_PAD } from '../harness/sample-event.ts'
import { ORGANISER_KEY } from '../harness/server.ts'

const PAD = `/p/${TELECOM_PAD}`

/** Nothing that axe finds, and nothing that makes the page scroll sideways, on a desk and on a phone. */
async function isForEverybody(page: Page, widths = [1280, 360]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${width} ${id} ${target}`))).toEqual([])
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`minutes are read and printed without any script, ${colorScheme}`, async ({ server, visitor }) => {
    const { page } = await visitor({ colorScheme, javaScriptEnabled: false })
    await page.goto(`${server.url}${PAD}`)
    await page.getByRole('link', { name: 'Minutes' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Telecom\/NFV/)
    await expect(page.getByText('Wed 10 May 2017, 14:40–15:20 EDT')).toBeVisible()
    await expect(page.locator('script')).toHaveCount(0)

    await page.getByRole('link', { name: /^Hana drafts the chapter/ }).click()
    await expect(page.locator(':target')).toContainText('Hana drafts the chapter')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('link', { name: 'Open the pad' })).toBeHidden()
    await expect(page.getByText('Hana (integration)').first()).toBeVisible()

    // axe itself is a script.
    const looker = await visitor({ colorScheme, reducedMotion: 'reduce' })
    await looker.page.goto(`${server.url}${PAD}/review`)
    await isForEverybody(looker.page)
  })
}

test('a moderator freezes minutes, reads their version, corrects them and drafts a mail', async ({
  pad,
  server,
  visitor,
}) => {
  const { page } = await visitor({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.goto(`${pad}/review`)
  await page.getByRole('button', { name: 'Freeze these minutes' }).click()
  await expect(page.getByText(/^Frozen since .* as version 1\./)).toBeVisible()
  await expect(page.locator('script')).toHaveCount(0)
  await isForEverybody(page, [360])

  await page.getByRole('link', { name: 'Version 1', exact: true }).click()
  await expect(page.getByText('This is the newest version.')).toBeVisible()
  await expect(page.getByText('Second line')).toBeVisible()
  await isForEverybody(page, [360])
  await page.getByRole('link', { name: 'The minutes now' }).click()
  await page.getByRole('link', { name: 'Draft a mail' }).click()
  await expect(page.getByRole('heading', { name: 'A mail about these minutes' })).toBeVisible()
  await isForEverybody(page, [360])

  await page.goBack()
  await page.getByRole('button', { name: 'Open for corrections' }).click()
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('Second line')
  await ada.types(' put right')
  await expect(ada.badge).toHaveText(/^Saved/)
  await page.getByRole('button', { name: 'Freeze these minutes' }).click()
  await expect(ada.badge).toHaveText('Frozen', { timeout: 1_000 })
  await expect(page.getByText('Second line put right')).toBeVisible()
  await expect(page.getByRole('link', { name: 'what it corrects' })).toHaveAttribute(
    'href',
    /changes\?from=\d+&to=\d+$/,
  )
})
