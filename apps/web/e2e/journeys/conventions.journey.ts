import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT } from '../harness/sample-event.ts'
import { expectText } from '../harness/visitor.ts'

test('conventions are chips for everybody, on the page without script too, and plain text in the export', async ({
  pad,
  server,
  visitor,
  browser,
}) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.addsLine('ACTION: ask @mnot about ##nfv due 1 June')
  for (const person of [ada, grace]) {
    const line = person.line('ACTION:')
    await expect(line.locator('.convention')).toHaveText(['ACTION:', '@mnot', '##nfv', 'due 1 June'])
  }
  await expect(ada.badge).toHaveText(/^Saved/)
  const name = new URL(pad).pathname.replace('/p/', '')
  expect(await server.textOf(name)).toContain('\nACTION: ask @mnot about ##nfv due 1 June\n')
  const { violations } = await new AxeBuilder({ page: grace.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(pad)
  await expect(page.locator('.pad-text .convention')).toHaveText(['ACTION:', '@mnot', '##nfv', 'due 1 June'])
  await context.close()
})

test('a person is named, and a speaker quoted, by keyboard alone', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await grace.page.getByRole('button', { name: /2 people are here/ }).click()
  await grace.page.getByLabel('Your name').fill('Grace Hopper')
  await grace.page.getByRole('button', { name: 'Take it' }).click()
  await ada.page.getByRole('button', { name: /2 people are here/ }).click()
  await expect(ada.page.getByText('Grace Hopper').first()).toBeVisible()
  await ada.page.keyboard.press('Escape')

  await ada.addsLine('ask @hop')
  const list = ada.page.getByRole('listbox', { name: 'People' })
  const option = list.getByRole('option', { name: /Grace Hopper/ })
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(ada.editor).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await ada.page.keyboard.press('Enter')
  await expect(list).toBeHidden()
  await expectText(ada, 'ask @Grace\u00A0Hopper ')
  await expect(ada.line('ask').locator('.convention')).toHaveText('@Grace\u00A0Hopper')
  await expectText(grace, 'ask @Grace\u00A0Hopper ')

  await ada.addsLine('GH')
  await expect(ada.page.getByRole('listbox', { name: 'Who speaks' })).toBeVisible()
  await ada.page.keyboard.press('Tab')
  await ada.types('yes')
  await expectText(grace, 'GH: yes')
})

test('another session of the event is linked by keyboard alone', async ({ server, visitor }) => {
  const ada = await visitor()
  const [first, second] = await (await fetch(`${server.url}/api/v1/events/${SAMPLE_EVENT}/sessions`)).json()
  await ada.opens(`${server.url}/p/${encodeURIComponent(first.session.pad)}`)
  await ada.addsLine(`see [[${second.session.title}`)
  const list = ada.page.getByRole('listbox', { name: 'Sessions' })
  await expect(list.getByRole('option').first()).toBeVisible()
  const chosen = list.getByRole('option', { selected: true })
  await expect(chosen).toContainText(second.session.title)
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await ada.page.keyboard.press('Enter')
  const link = ada.line('see').getByRole('link', { name: second.session.title })
  await expect(link).toHaveAttribute('href', /\/p\//)
  await ada.types('then')
  await expectText(ada, `see ${second.session.title} then`)
  await expect(ada.badge).toHaveText(/^Saved/)
})
