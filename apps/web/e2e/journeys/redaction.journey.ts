import type { Locator } from '@playwright/test'
import { isForEverybodyInBothColours } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText, type Visitor } from '../harness/visitor.ts'

const SECRET = 'correct-horse-battery'
const MARKS = '█'.repeat(SECRET.length)

const dialogOf = ({ page }: Visitor): Locator => page.getByRole('dialog', { name: 'Redact words' })

test('a moderator redacts words in a pad that others have open, and they are gone everywhere', async ({
  server,
  visitor,
}) => {
  test.setTimeout(240_000)
  await server.makePad('redacted', 'First line')
  const pad = `${server.url}/p/redacted`
  const grace = await visitor()
  await grace.opens(pad)
  await grace.addsLine(`The password is ${SECRET}, do not tell`)
  const found = () => grace.page.request.get(`${server.url}/api/v1/search?q=battery`).then((answer) => answer.text())
  await expect.poll(found, { timeout: 30_000 }).toContain('redacted')

  await grace.page.getByRole('banner').getByRole('button', { name: /^Chat/ }).click()
  const said = grace.page.getByRole('textbox', { name: 'Write to everybody here' })
  await said.fill(`So it is ${SECRET}?`)
  await grace.page.keyboard.press('Enter')
  await expect(said).toHaveValue('')

  const mod = await visitor({ reducedMotion: 'reduce' })
  await mod.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await mod.opens(pad)
  await mod.goesTo('The password is')
  for (const _ of ', do not tell') await mod.page.keyboard.press('ArrowLeft')
  for (const _ of SECRET) await mod.page.keyboard.press('Shift+ArrowLeft')
  // The editor hears of the last keys later than the browser.
  await expect.poll(() => mod.page.evaluate(() => String(getSelection()))).toBe(SECRET)
  await mod.looks()
  await mod.page.getByRole('button', { name: 'Redact…' }).focus()
  await mod.page.keyboard.press('Enter')
  const dialog = dialogOf(mod)
  await expect(dialog.getByRole('region', { name: 'Words that go' })).toHaveText(SECRET)
  await expect(dialog).toContainText(`${SECRET.length} characters will be taken out`)
  await expect(dialog).toContainText(/They can be read in revisions \d+ to \d+/)
  await expect(dialog).toContainText('The same words go from 1 message of the chat and 0 comments.')
  await expect(dialog).toContainText('This cannot be undone.')
  await isForEverybodyInBothColours(mod.page, 'redact-dialog')
  await dialog.getByRole('textbox').fill('A password')
  await mod.page.keyboard.press('Enter')

  for (const somebody of [mod, grace]) {
    await expect(somebody.line(`The password is ${MARKS}, do not tell`)).toBeVisible({ timeout: 30_000 })
    await somebody.canWrite()
  }
  await expectText(grace, MARKS)
  const copies = () => grace.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  await expect.poll(copies).not.toContainEqual(expect.stringContaining('/redacted/1/'))
  await grace.goesTo('The password is')
  await grace.types('!')
  await expectText(mod, 'do not tell!')
  expect(await found()).not.toContain('redacted')
  await isForEverybodyInBothColours(mod.page, 'redacted-pad')

  await mod.page.goto(`${pad}/review`)
  await expect(mod.page.getByText(`A passage of ${SECRET.length} characters was redacted on`)).toBeVisible()
  await expect(mod.page.getByText('A password', { exact: true })).toBeVisible()
  await isForEverybodyInBothColours(mod.page, 'redacted-minutes')

  await mod.page.goto(`${pad}/timeslider`)
  const moments = mod.page.getByRole('complementary', { name: 'About this history' })
  await moments.getByRole('link', { name: /characters redacted/ }).click()
  const text = mod.page.locator('.pad-text')
  await expect(text).toContainText(`The password is ${MARKS}`)
  await expect(text).not.toContainText('!')
  await isForEverybodyInBothColours(mod.page, 'redacted-history')
})

test('words of an old revision are selected in the history, or said there by keyboard', async ({ server, visitor }) => {
  test.setTimeout(120_000)
  await server.makePad('redacted-past', 'First line')
  const pad = `${server.url}/p/redacted-past`
  const mod = await visitor({ reducedMotion: 'reduce' })
  await mod.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await mod.opens(pad)
  await mod.addsLine(`Call me: ${SECRET}`)
  await expect(mod.badge).toHaveText(/^Saved/)
  await mod.goesTo('Call me')
  for (const _ of SECRET) await mod.page.keyboard.press('Backspace')
  await mod.types('nobody')
  await expect(mod.badge).toHaveText(/^Saved/)

  await mod.page.goto(`${pad}/timeslider`)
  const text = mod.page.locator('.pad-text')
  const slider = mod.page.getByRole('slider', { name: 'Revision' })
  await expect(text).toContainText('Call me: nobody')
  const dialog = dialogOf(mod)
  await mod.page.getByRole('button', { name: 'Redact…' }).focus()
  await mod.page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'Words' }).fill(SECRET)
  await mod.page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('There are no such words in revision')
  await isForEverybodyInBothColours(mod.page, 'redact-asking')
  await dialog.getByRole('button', { name: 'Close' }).click()

  await slider.focus()
  for (let back = 0; back < 60 && !(await text.textContent())?.includes(SECRET); back++) {
    await mod.page.keyboard.press('ArrowLeft')
    await mod.looks()
  }
  await expect(text).toContainText(SECRET)
  await text.locator('p', { hasText: SECRET }).evaluate((line, words) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
    }
  }, SECRET)
  await mod.page.getByRole('button', { name: 'Redact…' }).click()
  await expect(dialog.getByRole('region', { name: 'Words that go' })).toHaveText(SECRET)
  await dialog.getByRole('button', { name: 'Keep the words' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(text).toContainText(SECRET)
  await mod.page.getByRole('button', { name: 'Redact…' }).click()
  await dialog.getByRole('button', { name: 'Redact for good' }).click()
  await expect(text).toContainText(`Call me: ${MARKS}`, { timeout: 20_000 })
  await expect(text).not.toContainText('horse')
})
