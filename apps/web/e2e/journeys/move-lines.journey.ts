import type { Page } from '@playwright/test'
import { expect, test } from '../harness/journey.ts'
import { expectSameText, type Visitor } from '../harness/visitor.ts'

test('a line is dragged by its handle while another types in it, and no word is lost', async ({ pad, visitor }) => {
  const ada = await visitor({ viewport: { width: 1280, height: 800 } })
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)

  await carries(ada, 'Last line', 'First line')
  await expect.poll(() => grace.text()).toBe('Last line\nFirst line\nSecond line')

  await grace.goesTo('Second line')
  const typing = grace.types(' and much more that is being written while the line moves', { delay: 30 })
  await carries(ada, 'Second line', 'Last line')
  await typing
  const text = await expectSameText(ada, grace)
  expect(text.split('\n')[0]).toMatch(/^Second line/)
  expect(text.replace(/[^a-z]/gi, '')).toContain('andmuchmorethatisbeingwrittenwhilethelinemoves')
})

test('Escape ends a drag, and nothing has moved', async ({ pad, visitor }) => {
  const ada = await visitor({ viewport: { width: 1280, height: 800 } })
  await ada.opens(pad)
  await takesUp(ada, 'Last line')
  await ada.page.mouse.move(500, (await boxOf(ada, 'First line')).y)
  await ada.page.keyboard.press('Escape')
  await ada.page.mouse.up()
  expect(await ada.text()).toBe('First line\nSecond line\nLast line')
})

test('keys move, duplicate and delete lines', async ({ pad, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('Last line')
  await ada.page.keyboard.press('Alt+ArrowUp')
  await ada.page.keyboard.press('ControlOrMeta+Shift+D')
  await ada.types('!')
  await expect.poll(() => ada.text()).toBe('First line\nLast line\nLast line!\nSecond line')
  await ada.page.keyboard.press('ControlOrMeta+Shift+K')
  await expect.poll(() => ada.text()).toBe('First line\nLast line\nSecond line')
})

async function carries(person: Visitor, words: string, before: string) {
  await takesUp(person, words)
  const { y } = await boxOf(person, before)
  await person.page.mouse.move(500, y + 20, { steps: 4 })
  await person.page.mouse.move(500, y + 2, { steps: 2 })
  await person.page.mouse.up()
}

async function takesUp(person: Visitor, words: string) {
  const { x, y, height } = await boxOf(person, words)
  await person.page.mouse.move(x + 40, y + height / 2)
  const handle = handleOf(person.page)
  await expect(handle).toBeVisible()
  const at = await handle.boundingBox()
  await person.page.mouse.move((at?.x ?? 0) + 8, (at?.y ?? 0) + 12)
  await person.page.mouse.down()
}

async function boxOf(person: Visitor, words: string) {
  const box = await person.line(words).boundingBox()
  if (box === null) throw new Error(`"${words}" is not on the screen`)
  return box
}

const handleOf = (page: Page) => page.locator('[title^="Drag to move this line"]')
