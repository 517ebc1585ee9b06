import { expect, test } from '../harness/journey.ts'
import { expectSameText, expectText, occurrences, type Visitor } from '../harness/visitor.ts'

/** The keyboard of a phone, or of Japanese: letters stand under a line until the word is chosen. */
async function composer(person: Visitor) {
  const session = await person.context.newCDPSession(person.page)
  return {
    /** What stands under the line now, in place of what stood there before. */
    composes: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    chooses: (text: string) => session.send('Input.insertText', { text }),
  }
}

test('a word is composed while another writes in the same line and elsewhere', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('Second line')
  await grace.goesTo('First line')
  const { composes, chooses } = await composer(ada)

  for (const part of ['ｋ', 'か', 'かい', 'かいｇ', 'かいぎ']) {
    await composes(part)
    await grace.types(' and')
  }
  await chooses('会議')
  await expectText(grace, 'Second line会議')

  // In the very line, before and behind the word that is not chosen yet.
  await grace.goesTo('Second line会議')
  await composes('の')
  await grace.types(' the talk')
  await composes('のぎ')
  await grace.page.keyboard.press('Home')
  await grace.looks()
  await grace.types('Then: ')
  await composes('のぎじ')
  await chooses('の議事')
  await ada.types('!')

  const text = await expectSameText(ada, grace)
  for (const words of ['会議', 'の議事', ' the talk', 'Then: ', '!']) expect(occurrences(text, words), words).toBe(1)
  expect(occurrences(text, ' and')).toBe(5)
  for (const part of ['ｋ', 'か', 'ぎ']) expect(occurrences(text, part), part).toBe(0)
  await expect(ada.badge).toHaveText(/^Saved/)
})

test('a word that is composed and given up leaves nothing', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('Last line')
  const { composes } = await composer(ada)
  await composes('か')
  await composes('')
  await ada.types(' stays')
  await expectText(grace, 'Last line stays')
  expect(await expectSameText(ada, grace)).not.toContain('か')
})
