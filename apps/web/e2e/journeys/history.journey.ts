import { isForEverybody } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { expectText } from '../harness/visitor.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a moment is saved with Ctrl+S and found again by scrubbing, ${colorScheme}`, async ({ pad, visitor }) => {
    test.setTimeout(180_000)
    const ada = await visitor({ colorScheme, reducedMotion: 'reduce' })
    await ada.opens(pad)
    await ada.addsLine('Written by Ada')
    await expect(ada.badge).toHaveText(/^Saved/)
    const { page } = ada
    await page.keyboard.press('ControlOrMeta+s')
    const dialog = page.getByRole('dialog', { name: 'Save this revision' })
    await expect(dialog.getByLabel('Label')).toBeFocused()
    await isForEverybody(page, `save-${colorScheme}`)
    await dialog.getByLabel('Label').fill('Before the vote')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Revision \d+ is saved as “Before the vote”/)).toBeVisible()
    await expect(dialog).toHaveCount(0)

    const ben = await visitor()
    await ben.opens(pad)
    await ben.addsLine('Written by Ben')
    await expect(ben.badge).toHaveText(/^Saved/)
    await expectText(ada, 'Written by Ben')

    await page.goto(`${pad}/timeslider`)
    const text = page.locator('.pad-text')
    const handle = page.getByRole('slider', { name: 'Revision' })
    const where = page.getByRole('status').filter({ hasText: /^Revision/ })
    await expect(text).toContainText('Written by Ben')
    // What changed since the newest is nothing.
    await expect(page.getByRole('link', { name: 'What changed since' })).toHaveCount(0)
    // Two guests may have one colour by chance, so their passages are counted.
    const passages = () => text.locator('[data-hue]').count()
    const all = await passages()

    // By keys, to the first revision and one on.
    await handle.focus()
    await page.keyboard.press('Home')
    await expect(where).toHaveText(/^Revision 1,/)
    await expect(text).not.toContainText('Written by')
    await expect(page).toHaveURL(/#rev\/1$/)
    await page.getByRole('button', { name: 'One revision on' }).click()
    await expect(where).toHaveText(/^Revision 2,/)

    // By the hand, to the middle.
    const box = await handle.boundingBox()
    if (box === null) throw new Error('The handle cannot be seen.')
    await page.mouse.move(box.x + 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
    await page.mouse.up()
    await expect(text).toContainText('Written by')
    await expect(text).not.toContainText('Written by Ben')

    // The saved moment, its colours, and what leaves of it.
    await page.getByRole('link', { name: /Before the vote/ }).click()
    await expect(text).toContainText('Written by Ada')
    await expect(text).not.toContainText('Written by Ben')
    await expect.poll(passages).toBeLessThan(all)
    await expect(page.getByRole('link', { name: 'What changed since' })).toBeVisible()
    await isForEverybody(page, `moment-${colorScheme}`)
    const way = await page.getByRole('link', { name: 'Markdown' }).getAttribute('href')
    const file = await page.request.get(new URL(way ?? '', pad).href)
    expect(await file.text()).toContain('Written by Ada')
    expect(await file.text()).not.toContain('Written by Ben')

    // Its address leads there, and from there it plays to the end.
    await expect(page).toHaveURL(/#rev\/\d+$/)
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
    await expect(text).not.toContainText('Written by Ben')
    await page.getByRole('button', { name: 'Play' }).click()
    await expect(text).toContainText('Written by Ben', { timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 30_000 })
  })
}

test('who may only read is told so instead', async ({ pad, server, visitor }) => {
  const reader = await visitor()
  await server.freeze(new URL(pad).pathname.replace('/p/', ''))
  await reader.page.goto(pad)
  await expect(reader.readOnlyText).toBeVisible()
  await reader.page.keyboard.press('ControlOrMeta+s')
  await expect(reader.page.getByRole('dialog')).toContainText('This pad is frozen: no revision can be saved in it.')
})
