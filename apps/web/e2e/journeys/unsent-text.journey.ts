import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { expectText, type Visitor } from '../harness/visitor.ts'

/** Ada wrote without a line, and went away. */
async function leavesUnsent(ada: Visitor, pad: string, words: string): Promise<Visitor> {
  await ada.opens(pad)
  await ada.context.setOffline(true)
  await ada.goesTo('First line')
  await ada.types(words)
  await expect(ada.badge).toHaveText(/^Offline\. \d+ changes? kept$/)
  const next = await ada.opensWindow()
  await ada.page.close({ runBeforeUnload: false })
  await ada.context.setOffline(false)
  return next
}

/** All words of the list with that heading. */
async function unsentOn(visitor: Visitor): Promise<string> {
  await visitor.page.getByRole('button', { name: /^Show the unsent text/ }).click()
  return visitor.page.getByRole('textbox', { name: 'Unsent text' }).inputValue()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pads with unsent text are listed, copied out and sent when they are opened, ${colorScheme}`, async ({
    pad,
    server,
    visitor,
  }) => {
    const ada = await leavesUnsent(await visitor({ colorScheme, reducedMotion: 'reduce' }), pad, ' unsent')
    await ada.page.goto(server.url)
    await expect(ada.page.getByRole('heading', { name: 'Pads with unsent text' })).toBeVisible()
    expect(await unsentOn(ada)).toBe('First line unsent')
    const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])

    await ada.page.getByRole('region', { name: 'Pads with unsent text' }).getByRole('link').click()
    await ada.canWrite()
    await expectText(ada, 'First line unsent')
    await ada.page.goto(server.url)
    await expect(ada.page.getByRole('heading', { name: 'Events' })).toBeVisible()
    await expect(ada.page.getByRole('heading', { name: 'Pads with unsent text' })).toHaveCount(0)
  })
}

test('the next person at the device neither sees nor sends what the one before left unsent', async ({
  pad,
  server,
  visitor,
}) => {
  const before = await visitor()
  await before.page.goto(server.url)
  const cookies = await before.context.cookies()
  const grace = await leavesUnsent(before, pad, ' by Ada')
  await grace.context.clearCookies()

  await grace.page.goto(server.url)
  await expect(grace.page.getByRole('heading', { name: 'Events' })).toBeVisible()
  await expect(grace.page.getByRole('heading', { name: 'Pads with unsent text' })).toHaveCount(0)
  await grace.opens(pad)
  expect(await grace.text()).not.toContain('by Ada')
  await grace.page.close()

  await grace.context.addCookies(cookies)
  const again = await grace.opensWindow()
  await again.opens(pad)
  await expectText(again, 'First line by Ada')
})

test('an open page of the person before sends nothing more, and does not show what it has', async ({
  pad,
  server,
  visitor,
}) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.context.setOffline(true)
  await ada.goesTo('First line')
  await ada.types(' by Ada')
  await expect(ada.badge).toHaveText(/^Offline/)
  await ada.context.clearCookies()
  // Somebody new, who has a cookie of their own before the line is back.
  await ada.context.request.get(server.url)
  const grace = await ada.opensWindow()
  await ada.context.setOffline(false)
  await grace.opens(pad)

  await expect(ada.badge).toHaveText('Not taken')
  await expect(ada.page.getByText('This browser is used by somebody else now.').first()).toBeVisible()
  await expect(ada.handsBack).toHaveCount(0)
  await expect(ada.page.getByText('by Ada')).toHaveCount(0)
  expect(await grace.text()).not.toContain('by Ada')
})

test('what is unsent is copied out of the pad itself at any time', async ({ pad, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.context.setOffline(true)
  await ada.goesTo('First line')
  await ada.types(' in a tunnel')
  await ada.page.getByRole('button', { name: /What this device keeps$/ }).click()
  await expect(ada.page.getByRole('textbox', { name: 'Unsent text' })).toHaveValue('First line in a tunnel')
  await ada.context.setOffline(false)
  await expect(ada.badge).toHaveText(/^Saved/)
  await expect(ada.page.getByRole('textbox', { name: 'Unsent text' })).toHaveCount(0)
})

test('leaving is asked about only while something is unsent', async ({ pad, server, visitor }) => {
  const ada = await visitor()
  const asked: string[] = []
  ada.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await ada.opens(pad)
  await ada.goesTo('First line')
  await ada.types(' sent')
  await expect(ada.badge).toHaveText(/^Saved/)
  await ada.page.goto(server.url)
  expect(asked).toEqual([])
  await ada.opens(pad)
  await ada.goesTo('First line')
  await ada.context.setOffline(true)
  await ada.types(' unsent')
  await ada.page.reload().catch(() => {})
  expect(asked).toEqual(['beforeunload'])
})
