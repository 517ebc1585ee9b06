import AxeBuilder from '@axe-core/playwright'
import { LANGUAGES, type Language } from '@forumpad/api'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT, TELECOM_PAD } from '../harness/sample-event.ts'

test('somebody chooses German on the start page, and the pad, its tools and its badge speak it', async ({
  server,
  visitor,
}) => {
  const ada = await visitor({ viewport: { width: 360, height: 740 } })
  const asked: string[] = []
  ada.page.on('request', (request) => asked.push(request.url()))
  const { page } = ada
  await page.goto(server.url)
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible()
  await page.getByLabel('Language').selectOption('Deutsch')
  await expect(page.getByRole('button', { name: 'Suchen' })).toBeVisible()
  await staysInside(page)

  await page.goto(`${server.url}/p/${TELECOM_PAD}`)
  await expect(ada.editor).toBeVisible()
  await expect(ada.badge).toHaveText('Gespeichert')
  await expect(page.getByRole('textbox', { name: 'Text des Pads' })).toBeVisible()
  await staysInside(page)

  await ada.editor.click()
  await expect(page.getByRole('button', { name: 'Fett (Strg+B)' })).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.type(' /überschrift 2')
  await expect(page.getByRole('option')).toHaveText([/Überschrift 2/])
  // Who knows the English name finds it by that too.
  for (const _ of 'überschrift 2') await page.keyboard.press('Backspace')
  await page.keyboard.type('quot')
  await expect(page.getByRole('option')).toHaveText([/Zitat/])

  await page.reload()
  await expect(ada.badge).toHaveText('Gespeichert')
  await page.goto(`${server.url}/e/${SAMPLE_EVENT}`)
  await expect(page.getByRole('link', { name: 'Notizen durchsuchen' })).toBeVisible()
  await staysInside(page)
  expect(asked.filter((url) => new URL(url).origin !== new URL(server.url).origin)).toEqual([])
})

test('without script the choice is a form, and holds', async ({ server, visitor }) => {
  const { page } = await visitor({ javaScriptEnabled: false })
  await page.goto(`${server.url}/search?q=nothing`)
  await page.getByLabel('Language').selectOption('العربية')
  await page.getByRole('button', { name: 'Choose' }).click()
  await expect(page).toHaveURL(`${server.url}/search?q=nothing`)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.goto(`${server.url}/p/${TELECOM_PAD}/review`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('link', { name: 'فتح الدفتر' })).toBeVisible()
})

test('whoever chose nothing is spoken to as their browser asks, before any script has run', async ({
  server,
  visitor,
}) => {
  const { page } = await visitor({ locale: 'de-AT', javaScriptEnabled: false })
  const answer = await page.goto(server.url)
  expect(answer?.headers()).toMatchObject({
    'content-language': 'de',
    vary: expect.stringContaining('accept-language'),
  })
  await expect(page.getByText('Alle Notizen durchsuchen')).toBeVisible()
})

test('Arabic is read from the right, and the lines of a pad stay as they are', async ({ pad, visitor }) => {
  const ada = await visitor({ locale: 'ar', viewport: { width: 1280, height: 800 } })
  const { page } = ada
  await page.goto(pad)
  await expect(ada.editor).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const places = await Promise.all(
    ['عريض (Ctrl+B)', 'تراجع (Ctrl+Z)'].map((name) => page.getByRole('button', { name }).boundingBox()),
  )
  expect(places[0]?.x).toBeGreaterThan(places[1]?.x ?? Number.POSITIVE_INFINITY)
  const direction = ada.line('First line').evaluate((line) => getComputedStyle(line).direction)
  expect(await direction).toBe('ltr')
  await page.getByRole('button', { name: /الدردشة والتعليقات/ }).click()
  const panel = await page.getByRole('complementary', { name: 'بجانب الدفتر' }).boundingBox()
  expect(panel?.x).toBe(0)
})

for (const locale of ['de', 'ar'] as const satisfies Language[])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`everybody can use the pages in ${LANGUAGES[locale].name}, ${colorScheme}`, async ({ server, visitor }) => {
      const ada = await visitor({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width: 360, height: 740 } })
      for (const path of ['/', `/e/${SAMPLE_EVENT}`, `/p/${TELECOM_PAD}`]) {
        await ada.page.goto(`${server.url}${path}`)
        await expect(ada.page.locator('html')).toHaveAttribute('lang', locale)
        if (path.includes('/p/')) await expect(ada.editor).toBeVisible()
        const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path} ${id} ${target}`))).toEqual([])
        await staysInside(ada.page)
      }
    })

async function staysInside(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}
