import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import type { Visitor } from '../harness/visitor.ts'

test('find and replace by keyboard alone; the text does not move, and Escape gives the focus back', async ({
  pad,
  visitor,
}) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('First line')
  const before = await tops(ada)
  await ada.page.keyboard.press('ControlOrMeta+f')
  const bar = ada.page.getByRole('search', { name: 'Find in the pad' })
  await expect(bar.getByLabel('Find', { exact: true })).toBeFocused()
  await ada.types('line')
  await expect(bar.getByRole('status')).toHaveText('2 of 3')
  await expect(ada.editor.locator('.found')).toHaveCount(3)
  expect(await tops(ada)).toEqual(before)
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await ada.page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await ada.page.keyboard.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 3')
  await bar.getByLabel('Replace with').fill('row')
  await ada.page.keyboard.press('Enter')
  await expect.poll(() => ada.text()).toBe('First line\nSecond row\nLast line')
  await bar.getByRole('button', { name: 'All' }).press('Enter')
  await expect.poll(() => ada.text()).toBe('First row\nSecond row\nLast row')
  await expect(bar.getByRole('status')).toHaveText('2 places replaced')

  await ada.page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(ada.editor).toBeFocused()
  await expect(ada.editor.locator('.found')).toHaveCount(0)
})

test('what another writes is found while one looks', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await ada.page.keyboard.press('ControlOrMeta+f')
  await expect(ada.page.getByLabel('Find', { exact: true })).toBeFocused()
  await ada.types('budget')
  const said = ada.page.getByRole('search').getByRole('status')
  await expect(said).toHaveText('Not in this pad.')
  await grace.addsLine('The budget')
  await expect(said).toHaveText('1 of 1')
})

test('the sheet shows all keys, by key and by tool, and gives the focus back', async ({ pad, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('First line')
  await ada.page.keyboard.press('Shift+F1')
  const sheet = ada.page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByText('Duplicate line')).toBeVisible()
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await ada.page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(ada.editor).toBeFocused()
  await ada.types('?')
  await expect.poll(() => ada.text()).toContain('First line?')

  await ada.page
    .getByRole('button', { name: /people|you/ })
    .first()
    .focus()
  await ada.page.keyboard.press('?')
  await expect(sheet).toBeVisible()
})

test('words selected with the mouse have their tools beside them', async ({ pad, visitor }) => {
  const ada = await visitor({ viewport: { width: 1280, height: 800 } })
  await ada.opens(pad)
  await ada.line('Second line').dblclick({ position: { x: 20, y: 10 } })
  const bubble = ada.page.getByRole('toolbar', { name: 'Selected words' })
  await bubble.getByRole('button', { name: /^Bold/ }).click()
  await expect(ada.editor.locator('strong')).toHaveText('Second')
  await expect(bubble.getByRole('button', { name: /^Bold/ })).toHaveAttribute('aria-pressed', 'true')
  await ada.page.keyboard.press('ArrowRight')
  await ada.looks()
  await expect(bubble).toBeHidden()
})

const tops = ({ editor }: Visitor) =>
  editor.evaluate((element) => [...element.children].map((line) => Math.round(line.getBoundingClientRect().top)))
