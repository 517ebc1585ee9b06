import { expect, test } from '../harness/journey.ts'
import type { Visitor } from '../harness/visitor.ts'

test('what is too large is refused with a sentence, and writing goes on', async ({ pad, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('Second line')
  for (const [text, what] of [
    ['x'.repeat(4_500_000), '4,500,000 characters'],
    ['a few words\n'.repeat(10_000), '10,000 lines'],
  ] as const) {
    await pastes(ada, text)
    await expect(ada.page.getByText(`That is ${what};`)).toBeVisible()
  }
  await ada.types(' goes on')
  await expect.poll(() => ada.text()).toBe('First line\nSecond line goes on\nLast line')
  await expect(ada.badge).toHaveText(/^Saved/)
})

test('Markdown becomes lines, an address over words becomes their link', async ({ pad, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.addsLine('')
  await pastes(ada, '## Goals\n\n- one **bold** word\n- [x] done')
  await expect(ada.editor.getByRole('heading', { name: 'Goals' })).toBeVisible()
  await expect(ada.editor.locator('strong')).toHaveText('bold')
  await expect(ada.editor.getByRole('checkbox')).toBeChecked()

  await ada.goesTo('Last line')
  await ada.page.keyboard.press('Shift+Home')
  await ada.looks()
  await pastes(ada, 'https://example.org/page')
  await expect(ada.editor.getByRole('link', { name: 'Last line' })).toHaveAttribute('href', 'https://example.org/page')
})

/** Pastes plain text. */
function pastes({ editor }: Visitor, text: string): Promise<void> {
  return editor.evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
