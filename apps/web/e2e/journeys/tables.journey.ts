import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { expectSameText, type Visitor } from '../harness/visitor.ts'

/** The rows as this person sees them, without the carets of the others. */
const rowsOf = (visitor: Visitor) =>
  visitor.editor.evaluate((editor) => {
    const text = editor.cloneNode(true) as Element
    for (const caret of text.querySelectorAll('.caret')) caret.remove()
    return [...text.querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent?.trim()).join(' | '),
    )
  })

test('a table is made, filled, grown and cut by keyboard alone', async ({ pad, visitor }) => {
  const ada = await visitor()
  const { keyboard } = ada.page
  await ada.opens(pad)
  await ada.addsLine('/table')
  await keyboard.press('Enter')
  await expect(ada.editor.locator('td')).toHaveCount(9)
  for (const words of ['who', 'what', 'when']) {
    await ada.types(words)
    await keyboard.press('Tab')
  }
  await ada.types('Ada')
  await expect.poll(() => rowsOf(ada)).toEqual(['who | what | when', 'Ada |  | ', ' |  | '])
  await expect(ada.editor.getByRole('columnheader')).toHaveText(['who', 'what', 'when'])
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await ada.types(' /column after')
  await keyboard.press('Enter')
  await ada.types('new')
  await expect(ada.editor.locator('td')).toHaveCount(12)
  await ada.types(' /delete row')
  await keyboard.press('Enter')
  await expect(ada.editor.locator('tr')).toHaveCount(2)
  await ada.types(' /header')
  await keyboard.press('Enter')
  await expect(ada.editor.getByRole('columnheader')).toHaveCount(0)
  await ada.types(' /delete table')
  await keyboard.press('Enter')
  await expect(ada.editor.locator('table')).toHaveCount(0)
  await expect(ada.badge).toHaveText(/^Saved/)
})

test('two people in one table: both cells, and both rows that they add at once', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.addsLine('/table')
  await ada.page.keyboard.press('Enter')
  await ada.types('who')
  await expect(grace.editor.locator('td')).toHaveCount(9)
  await grace.editor.locator('td').nth(8).click()
  await grace.looks()
  await ada.editor.locator('td').nth(6).click()
  await ada.looks()
  await Promise.all([ada.types('by Ada /row below'), grace.types('by Grace /row below')])
  await Promise.all([ada.page.keyboard.press('Enter'), grace.page.keyboard.press('Enter')])
  await Promise.all([ada.types('more of Ada'), grace.types('more of Grace')])
  await expect(ada.editor.locator('tr')).toHaveCount(5)
  const text = await expectSameText(ada, grace)
  for (const words of ['by Ada', 'by Grace', 'more of Ada', 'more of Grace']) expect(text).toContain(words)
  expect(await rowsOf(ada)).toEqual(await rowsOf(grace))
})

test('on a phone a wide table scrolls in its own box, and a finger adds a column', async ({ pad, visitor }) => {
  const ada = await visitor({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await ada.opens(pad)
  await ada.addsLine('')
  await ada.editor.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', `${'a column\t'.repeat(7)}last\n`.repeat(2))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(ada.editor.locator('td')).toHaveCount(16)
  const widths = await ada.page.evaluate(() => {
    const box = document.querySelector('.ProseMirror [data-scroll]')
    return { page: document.documentElement.scrollWidth, scrolls: (box?.scrollWidth ?? 0) > (box?.clientWidth ?? 0) }
  })
  expect(widths).toEqual({ page: 360, scrolls: true })
  await ada.editor.locator('td').first().tap()
  await ada.page.getByRole('button', { name: 'Rows and columns' }).tap()
  await ada.page.getByRole('menuitem', { name: 'Column after' }).tap()
  await expect(ada.editor.locator('td')).toHaveCount(18)
  // The keyboard scrolls the box by the caret in its cells, which axe does not know of.
  const axe = new AxeBuilder({ page: ada.page }).disableRules(['scrollable-region-focusable'])
  const { violations } = await axe.analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})
