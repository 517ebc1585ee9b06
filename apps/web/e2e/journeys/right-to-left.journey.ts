import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { expectText } from '../harness/visitor.ts'

test('Arabic and English lines stand each in their own direction, and a click on a caret is a click on its place', async ({
  pad,
  visitor,
}) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.addsLine('قرارات مجموعة العمل: ننشر المسودة يوم الجمعة')
  await expectText(grace, 'ننشر المسودة يوم الجمعة')

  for (const person of [ada, grace]) {
    const direction = (words: string) =>
      person.line(words).evaluate((line) => getComputedStyle(line.querySelector('[data-text]') ?? line).direction)
    expect(await direction('قرارات')).toBe('rtl')
    expect(await direction('First line')).toBe('ltr')
  }
  // Just where Ada’s caret stands, which is in the middle of the page.
  await grace.goesTo('قرارات')
  await grace.types(' (RFC 9110)')
  await expectText(ada, 'الجمعة (RFC 9110)')

  await ada.page.screenshot({ path: 'test-results/right-to-left.png' })
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
  await ada.page.setViewportSize({ width: 360, height: 640 })
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
