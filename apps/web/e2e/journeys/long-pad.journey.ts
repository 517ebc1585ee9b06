import { expect, test } from '../harness/journey.ts'
import type { TestServer } from '../harness/server.ts'

const LINES = Array.from({ length: 420 }, (_, index) =>
  index % 3 === 1
    ? `Item number ${index} of many`
    : `Line number ${index} of many, with enough said about it that it goes on into a second row where the window is narrow`,
)

async function longPad(server: TestServer, name: string): Promise<string> {
  await server.makePad(name, LINES.join('\n'))
  return `${server.url}/p/${name}`
}

test('what others write far above moves nothing, and is there', async ({ server, visitor }) => {
  const pad = await longPad(server, 'long-others')
  const [ada, grace] = [await visitor(), await visitor()]
  await ada.opens(pad)
  await grace.opens(pad)
  // In the middle: a caret behind the tools is brought out of there.
  await ada.line('number 300 of').evaluate((line) => line.scrollIntoView({ block: 'center' }))
  await ada.goesTo('number 300 of')
  const top = () => ada.line('number 300 of').evaluate((line) => line.getBoundingClientRect().top)
  const before = await top()
  await grace.goesTo('number 2 of')
  for (let line = 0; line < 20; line++) {
    await grace.page.keyboard.press('Enter')
    await grace.types(`new ${line}`, { delay: 0 })
  }
  await expect(ada.line('new 19')).toBeAttached()
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1)
  await ada.types(', heard')
  await expect(grace.line('number 300 of')).toContainText(', heard')
  await expect.poll(() => ada.text()).toBe(await grace.text())
})

test('selections by key and by mouse go over many lines, and all is copied', async ({ server, visitor }) => {
  const pad = await longPad(server, 'long-selections')
  const ada = await visitor({ permissions: ['clipboard-read', 'clipboard-write'] })
  await ada.opens(pad)
  const copied = async () => {
    await ada.looks()
    await ada.page.keyboard.press('ControlOrMeta+c')
    const text = await ada.page.evaluate(() => navigator.clipboard.readText())
    return [...text.matchAll(/number (\d+) of/g)].map(([, number]) => Number(number))
  }
  await ada.goesTo('number 100 of')
  for (let line = 0; line < 60; line++) await ada.page.keyboard.press('Shift+ArrowUp')
  const upwards = await copied()
  expect(upwards.at(-1)).toBe(100)
  expect(upwards.length).toBeGreaterThan(25)

  const [from, to] = [ada.line('number 61 of'), ada.line('number 66 of')]
  await from.evaluate((line) => line.scrollIntoView({ block: 'center' }))
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (start === null || end === null) throw new Error('The lines are not there.')
  await ada.page.mouse.move(start.x + 2, start.y + 12)
  await ada.page.mouse.down()
  await ada.page.mouse.move(end.x + 200, end.y + 12, { steps: 5 })
  await ada.page.mouse.up()
  expect(await copied()).toEqual([61, 62, 63, 64, 65, 66])

  await ada.page.keyboard.press('ControlOrMeta+a')
  expect(await copied()).toEqual(LINES.map((_, index) => index))
  await ada.page.keyboard.press('ControlOrMeta+Home')
  await ada.looks()
  await ada.types('The start. ')
  await expect(ada.line('number 0 of')).toHaveText(/^The start\. /)
})
