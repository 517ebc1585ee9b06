import { isForEverybody } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { expectText } from '../harness/visitor.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`who comes back is led through what others changed, ${colorScheme}`, async ({ pad, visitor }) => {
    test.setTimeout(120_000)
    const ada = await visitor({ colorScheme, reducedMotion: 'reduce' })
    await ada.opens(pad)
    const seen = () => ada.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('/seen/')))
    await expect.poll(seen).toBe(true)
    await expect(ada.page.getByText(/since you left/)).toHaveCount(0)
    await ada.page.goto('about:blank')

    const ben = await visitor()
    await ben.opens(pad)
    await ben.goesTo('Second line')
    await ben.types(' is longer now')
    await ben.addsLine('A line of Ben')
    await expect(ben.badge).toHaveText(/^Saved/)
    const carla = await visitor()
    await carla.opens(pad)
    await carla.goesTo('First line')
    await carla.page.keyboard.press('ControlOrMeta+Shift+k')
    await carla.looks()
    await expect(carla.badge).toHaveText(/^Saved/)
    await expectText(ben, 'Second line is longer now\nLast line')

    const { page } = ada
    await ada.opens(pad)
    const strip = page.locator('[data-catch-up]')
    const first = await ada.line('Second line').boundingBox()
    await expect(strip.getByRole('status')).toHaveText('3 changes by 2 people since you left')
    // It comes late, and moves nothing.
    expect(await ada.line('Second line').boundingBox()).toEqual(first)
    await isForEverybody(page, `missed-${colorScheme}`)

    await strip.getByRole('button', { name: 'One by one' }).click()
    await expect(strip.getByRole('status')).toHaveText(/^\S.* removed a line here, \d\d:\d\d: “?First line”?$/)
    await strip.getByRole('button', { name: 'Next change' }).press('Enter')
    await expect(strip.getByRole('status')).toHaveText(/ changed this line, \d\d:\d\d$/)
    await expect(ada.line('Second line')).toHaveClass(/missed-line/)
    await isForEverybody(page, `walked-${colorScheme}`)
    await strip.getByRole('button', { name: 'Next change' }).press('Enter')
    await expect(strip).toContainText('3 of 3')
    await expect(ada.line('A line of Ben')).toHaveClass(/missed-line/)
    await expect(strip.getByRole('link', { name: 'On one page' })).toHaveAttribute('href', /changes\?from=\d+&to=\d+$/)

    await page.keyboard.press('Escape')
    await expect(strip).toHaveCount(0)
    await expect(page.locator('.missed-line')).toHaveCount(0)
    await ada.opens(pad)
    await ada.addsLine('Ada is back')
    await expect(ada.badge).toHaveText(/^Saved/)
    await expect(strip).toHaveCount(0)
  })
}

test('on a phone the line of what was missed covers neither the title nor the changed line', async ({
  pad,
  visitor,
}) => {
  test.setTimeout(120_000)
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const ada = await visitor({ ...phone, reducedMotion: 'reduce' })
  await ada.opens(pad)
  const seen = () => ada.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('/seen/')))
  await expect.poll(seen).toBe(true)
  await ada.page.goto('about:blank')
  const ben = await visitor()
  await ben.opens(pad)
  await ben.goesTo('Second line')
  await ben.types(' is longer now')
  await expect(ben.badge).toHaveText(/^Saved/)

  await ada.opens(pad)
  const strip = ada.page.locator('[data-catch-up]')
  await expect(strip).toBeVisible()
  const title = ada.page.getByRole('heading', { level: 1 })
  const apart = async (other: typeof title) => {
    const [one, two] = [await strip.boundingBox(), await other.boundingBox()]
    return one !== null && two !== null && (one.y >= two.y + two.height || two.y >= one.y + one.height)
  }
  expect(await apart(title)).toBe(true)
  await isForEverybody(ada.page, 'missed-phone')
  await strip.getByRole('button', { name: 'One by one' }).click()
  await expect(ada.line('Second line')).toHaveClass(/missed-line/)
  expect(await apart(ada.line('Second line'))).toBe(true)
})
