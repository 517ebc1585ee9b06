import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

/** On a laptop and on a phone: nothing that axe finds, and nothing that makes the page scroll sideways. Kept as a picture too. */
export async function isForEverybody(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name} ${width} ${id} ${target}`)),
    ).toEqual([])
  }
}

/** The same in light and in dark colours. */
export async function isForEverybodyInBothColours(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await isForEverybody(page, `${name}-${colorScheme}`)
  }
}
