import { expect, test } from '../harness/journey.ts'
import { joinPad } from '../harness/stock-client.ts'
import { expectSameText, expectText, occurrences } from '../harness/visitor.ts'

test('two people type at once and end up with the same text', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await grace.goesTo('Last line')

  await Promise.all([
    ada.types(' and what Ada adds to it while the other writes'),
    grace.types(' and what Grace adds to it while the other writes'),
  ])

  await expectText(ada, 'Last line and what Grace adds to it while the other writes')
  await expectText(grace, 'First line and what Ada adds to it while the other writes')
  await expectSameText(ada, grace)
  await expect(ada.badge).toHaveText(/^Saved/)
  await expect(grace.badge).toHaveText(/^Saved/)
})

test('both type into the same line and every letter is there', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('Second line')
  await grace.goesTo('Second line')

  await Promise.all([ada.types('a'.repeat(40)), grace.types('g'.repeat(40))])

  await expect.poll(async () => occurrences(await ada.text(), 'g')).toBe(40)
  const text = await expectSameText(ada, grace)
  expect(occurrences(text, 'a')).toBe(40 + occurrences('First line Second line Last line', 'a'))
})

test('one makes a heading while the other types in that line', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('Second line')
  await grace.goesTo('Second line')

  const typing = ada.types(' which goes on and on while it becomes a heading', { delay: 30 })
  await expectText(grace, 'which goes')
  await grace.toolbar.getByRole('button', { name: 'Heading 2' }).click()
  await typing

  const words = 'Second line which goes on and on while it becomes a heading'
  for (const person of [ada, grace]) {
    await expectText(person, words)
    await expect(person.editor.getByRole('heading', { level: 3 }).filter({ hasText: 'Second line' })).toBeVisible()
  }
  const text = await expectSameText(ada, grace)
  expect(occurrences(text, 'Second line')).toBe(1)
})

test('people see each other, and a new name at once', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.page.getByRole('button', { name: /2 people are here/ }).click()
  await ada.page.getByLabel('Your name').fill('Ada Lovelace')
  await ada.page.getByRole('button', { name: 'Take it' }).click()

  await grace.page.getByRole('button', { name: /2 people are here/ }).click()
  await expect(grace.page.getByText('Ada Lovelace').first()).toBeVisible()
})

test('a stock y-websocket client and the page edit the same pad', async ({ pad, server, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  const program = joinPad(server.url, new URL(pad).pathname.replace('/p/', ''))
  try {
    await program.synced()
    expect(program.text()).toContain('Second line')

    program.addsLine('A line by a program')
    await expectText(ada, 'A line by a program')

    await ada.goesTo('A line by a program')
    await ada.types(', finished by a person')
    await expect.poll(() => program.text()).toContain('A line by a program, finished by a person')
    await expect(ada.badge).toHaveText(/^Saved/)
  } finally {
    program.leaves()
  }
})
