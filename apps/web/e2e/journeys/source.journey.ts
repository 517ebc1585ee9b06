import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import Database from 'better-sqlite3'
import { expect, test } from '../harness/journey.ts'
import { expectSameText, expectText } from '../harness/visitor.ts'

test('one edits the Markdown source while another types: both keep their words', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await ada.page.keyboard.press('ControlOrMeta+Alt+m')
  const source = ada.page.getByRole('textbox', { name: 'Markdown source of the pad' })
  await expect(source).toBeFocused()
  await expect(source).toHaveValue('First line\n\nSecond line\n\nLast line\n')
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await source.press('ControlOrMeta+Home')
  await source.pressSequentially('# ')
  await grace.goesTo('Second line')
  await Promise.all([
    grace.types(' and what Grace says meanwhile'),
    source.press('ControlOrMeta+End').then(() => source.pressSequentially('\n- of Ada', { delay: 40 })),
  ])
  await expect(source).toHaveValue('# First line\n\nSecond line and what Grace says meanwhile\n\nLast line\n\n- of Ada')
  await expect(ada.page.getByText('Your changes are not in the pad yet.')).toBeVisible()
  await source.press('ControlOrMeta+Enter')
  await expect(ada.page.getByText('As in the pad.')).toBeVisible()
  for (const person of [ada, grace]) {
    await expectText(person, 'Second line and what Grace says meanwhile\nLast line\nof Ada')
    await expect(person.editor.getByRole('heading', { name: 'First line' })).toBeVisible()
  }
  await source.press('Escape')
  await expect(source).toBeHidden()
  await expect(ada.editor).toBeFocused()
  await expectSameText(ada, grace)
  await expect(ada.badge).toHaveText(/^Saved/)
})

test('on a phone the source opens from the tools, and Done puts it in', async ({ pad, visitor }) => {
  const ada = await visitor({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await ada.opens(pad)
  await ada.line('Second line').tap()
  await ada.toolbar.getByRole('button', { name: /^Markdown source/ }).tap()
  const source = ada.page.getByRole('textbox', { name: 'Markdown source of the pad' })
  await source.fill('First line\n\nLast line\n')
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await ada.page.getByRole('button', { name: 'Done' }).tap()
  await expect(source).toBeHidden()
  await expect.poll(() => ada.text()).toBe('First line\nLast line')
})

test('what is written in the source survives another key, and is given back when the pad is begun anew', async ({
  ownServer,
  visitor,
}) => {
  await ownServer.makePad('begun-anew', 'First line')
  const ada = await visitor()
  await ada.opens(`${ownServer.url}/p/begun-anew`)
  await ada.goesTo('First line')
  await ada.page.keyboard.press('ControlOrMeta+Alt+m')
  const source = ada.page.getByRole('textbox', { name: 'Markdown source of the pad' })
  await source.fill('First line\n\nSecond of Ada\n')
  // Where nothing has the focus, the keys go to the page.
  await source.blur()
  await ada.page.keyboard.press('ControlOrMeta+Alt+o')
  await expect(source).toHaveValue('First line\n\nSecond of Ada\n')
  await expect(source).toBeVisible()

  await ownServer.stop()
  const database = new Database(join(ownServer.dataDir, 'forumpad.sqlite'))
  database.prepare('UPDATE pad SET epoch = epoch + 1 WHERE name = ?').run('begun-anew')
  database.close()
  await ownServer.start()
  await expect(ada.handsBack).toContainText('Your last line was not taken', { timeout: 20_000 })
  await expect(ada.handsBack.getByRole('textbox', { name: 'Your words' })).toHaveValue('Second of Ada')
})
