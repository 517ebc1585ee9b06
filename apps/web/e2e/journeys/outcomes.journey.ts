import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT, TELECOM_PAD } from '../harness/sample-event.ts'

const EVENT = `/e/${SAMPLE_EVENT}`
const PAD = `/p/${TELECOM_PAD}`
/** Texts are brought to the outcomes a little after they change. */
const SOON = { timeout: 30_000 }

test('an action ticked on the outcomes page is ticked in the pad that is open elsewhere, and back', async ({
  ownServer: { url },
  visitor,
}) => {
  const ada = await visitor({ reducedMotion: 'reduce' })
  const grace = await visitor()
  await grace.opens(`${url}${PAD}`)
  await ada.page.goto(`${url}${EVENT}`)
  await ada.page.getByRole('link', { name: 'Outcomes' }).click()
  await expect(async () => {
    await ada.page.reload()
    await expect(ada.page.getByRole('link', { name: /Actions 9/ })).toBeVisible({ timeout: 500 })
  }).toPass(SOON)

  const box = ada.page.getByRole('checkbox', { name: /host settings/ })
  const inPad = grace.line('host settings').getByRole('checkbox')
  await box.focus()
  await ada.page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await expect(inPad).toBeChecked()

  await grace.line('host settings').locator('label').click()
  await expect(inPad).not.toBeChecked()
  await expect(async () => {
    await ada.page.reload()
    await expect(box).not.toBeChecked({ timeout: 500 })
  }).toPass(SOON)

  await grace.goesTo('host settings')
  await grace.page.keyboard.press('ControlOrMeta+Shift+k')
  await expect(grace.badge).toHaveText(/^Saved/)
  await box.click()
  await expect(ada.page.getByRole('alert')).toContainText('not in the pad any more')
  await expect(box).not.toBeChecked()

  await ada.page.getByLabel('Hashtag').selectOption('testing')
  await expect(ada.page).toHaveURL(/tag=testing/)
  await expect(ada.page.getByText('Testing: the same three')).toBeVisible()
  await ada.page.getByRole('link', { name: /Testing: the same three/ }).click()
  await expect(ada.editor).toContainText('Testing: the same three')
})

test('without script the page is complete, ticks, and prints', async ({ ownServer: { url }, visitor }) => {
  const reader = await visitor({ javaScriptEnabled: false, colorScheme: 'dark' })
  const { page } = reader
  await expect(async () => {
    await page.goto(`${url}${EVENT}/outcomes?kind=action`)
    await expect(page.getByRole('checkbox')).toHaveCount(9, { timeout: 500 })
  }).toPass(SOON)
  await page.getByRole('checkbox', { name: /lost packets/ }).click()
  await expect(page).toHaveURL(/outcomes\?kind=action$/)
  await expect(page.getByRole('checkbox', { name: /lost packets/ })).toBeChecked()
  await page.getByLabel('Open or done').selectOption('Open')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('checkbox')).toHaveCount(8)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: /Telecom/ })).toBeVisible()
  await expect(page.getByRole('search')).toBeHidden()
})

test('everybody can use the outcomes and the report, on a phone and in the dark', async ({
  ownServer: { url },
  visitor,
}) => {
  const { page } = await visitor({ reducedMotion: 'reduce' })
  await expect(async () => {
    await page.goto(`${url}${EVENT}/outcomes`)
    await expect(page.getByRole('checkbox')).toHaveCount(9, { timeout: 500 })
  }).toPass(SOON)
  for (const [path, scheme, width] of [
    ['outcomes', 'light', 360],
    ['report', 'dark', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`${url}${EVENT}/${path}`)
    await page.screenshot({ path: `test-results/${path}-${width}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path} ${id} ${target}`))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})
