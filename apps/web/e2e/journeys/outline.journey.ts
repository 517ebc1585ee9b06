import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { TELECOM_PAD } from '../harness/sample-event.ts'

const TELECOM = `/p/${TELECOM_PAD}`

test('the outline goes to a heading, follows the reading, folds, and moves no text', async ({ server, visitor }) => {
  const ada = await visitor({ viewport: { width: 1400, height: 700 }, reducedMotion: 'reduce' })
  await ada.opens(server.url + TELECOM)
  await ada.line('Find the people').click()
  const left = () => ada.line('Find the people').evaluate((line) => line.getBoundingClientRect().left)
  const before = await left()
  await ada.page.keyboard.press('ControlOrMeta+Alt+o')
  const outline = ada.page.getByRole('navigation', { name: 'Outline' })
  await expect(outline.getByRole('link', { name: 'Purpose and goals' })).toBeVisible()
  expect(await left()).toBe(before)
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await outline.getByRole('link', { name: 'Decisions' }).click()
  const heading = ada.editor.getByRole('heading', { name: 'Decisions', exact: true })
  await expect(heading).toBeInViewport()
  await expect(outline.getByRole('link', { name: 'Decisions' })).toHaveAttribute('aria-current', 'location')
  await expect(ada.page).toHaveURL(/#line-\d+-\d+-decisions$/)

  await outline.getByRole('button', { name: 'Headings below Notes' }).click()
  await expect(outline.getByRole('link', { name: 'Who is here' })).toBeHidden()
  await outline.getByRole('link', { name: 'Notes' }).press('Escape')
  await expect(outline).toBeHidden()
  await expect(ada.editor).toBeFocused()
})

test('the link to a line leads there, also after others wrote above it', async ({ pad, visitor }) => {
  const ada = await visitor({ permissions: ['clipboard-read', 'clipboard-write'] })
  await ada.opens(pad)
  await ada.goesTo('Last line')
  await ada.page.keyboard.press('ControlOrMeta+Alt+l')
  await expect(ada.page.getByText('The link to this line is copied.')).toBeVisible()
  const link = await ada.page.evaluate(() => navigator.clipboard.readText())
  await ada.goesTo('First line')
  for (let lines = 0; lines < 40; lines++) await ada.page.keyboard.press('Enter')
  await expect(ada.badge).toHaveText(/^Saved/)

  const grace = await visitor({ viewport: { width: 800, height: 600 } })
  await grace.opens(link)
  await expect(grace.line('Last line')).toBeInViewport()
  expect(await grace.page.evaluate(() => scrollY)).toBeGreaterThan(100)
})
