import { authorsOf } from '../harness/authors.ts'
import { expect, test } from '../harness/journey.ts'
import { openStallingProxy } from '../harness/stalling-proxy.ts'
import { expectSameText, expectText, occurrences } from '../harness/visitor.ts'

/** DESIGN, promise 2: whatever happens to the line, the badge tells within this time. */
const TELLS_WITHIN = { timeout: 10_000 }

test('offline for a while: the badge tells, and the text arrives once', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)

  await ada.context.setOffline(true)
  await expect(ada.badge).toHaveText(/^Offline/, TELLS_WITHIN)
  await ada.goesTo('First line')
  await ada.types(' written offline')
  await expect(ada.badge).toHaveText(/^Offline\. \d+ changes? kept$/)
  await grace.goesTo('Last line')
  await grace.types(' written meanwhile')
  await ada.context.setOffline(false)

  await expectText(grace, 'First line written offline')
  await expect(ada.badge).toHaveText(/^Saved/)
  await expectText(ada, 'Last line written meanwhile')
  const text = await expectSameText(ada, grace)
  expect(occurrences(text, 'written offline')).toBe(1)
})

test('words typed offline into a line that is deleted meanwhile come back, and say so', async ({
  pad,
  server,
  visitor,
}) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)

  await ada.context.setOffline(true)
  await expect(ada.badge).toHaveText(/^Offline/, TELLS_WITHIN)
  await ada.goesTo('Second line')
  await ada.types(' with words that must not go')
  await grace.goesTo('Second line')
  await grace.page.keyboard.press('Shift+Home')
  await grace.looks()
  await grace.page.keyboard.press('Backspace')
  await grace.page.keyboard.press('Backspace')
  await expect.poll(() => grace.text()).toBe('First line\nLast line')
  await ada.context.setOffline(false)

  // Where the line stood, once, on every screen and on the disk; and still hers.
  for (const person of [ada, grace]) {
    await expect.poll(() => person.text()).toBe('First line\nwith words that must not go\nLast line')
  }
  const name = new URL(pad).pathname.replace('/p/', '')
  expect(await server.textOf(name)).toBe('First line\nwith words that must not go\nLast line\n')
  const { id } = await ada.page.evaluate(async () => (await fetch('/api/v1/me')).json())
  expect(await authorsOf(server.url, name)).toContain(`${id}: with words that must not go`)
  const notice = ada.page.getByRole('alert')
  await expect(notice).toContainText('kept as a line of their own')
  await expect(grace.page.getByRole('alert')).toHaveCount(0)
  await notice.getByRole('button', { name: 'Understood' }).click()
  await expect(notice).toHaveCount(0)
})

test('words typed offline into a line that is joined to the one above meanwhile come back', async ({
  pad,
  server,
  visitor,
}) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)

  await ada.context.setOffline(true)
  await expect(ada.badge).toHaveText(/^Offline/, TELLS_WITHIN)
  await ada.goesTo('Second line')
  await ada.types(' from the tunnel')
  await grace.goesTo('Second line')
  await grace.page.keyboard.press('Home')
  await grace.looks()
  await grace.page.keyboard.press('Backspace')
  await expect.poll(() => grace.text()).toBe('First lineSecond line\nLast line')
  await ada.context.setOffline(false)

  for (const person of [ada, grace]) {
    await expect.poll(() => person.text()).toBe('First lineSecond line\nfrom the tunnel\nLast line')
  }
  await expect(ada.page.getByRole('alert')).toContainText('kept as a line of their own')
  const name = new URL(pad).pathname.replace('/p/', '')
  const { id } = await ada.page.evaluate(async () => (await fetch('/api/v1/me')).json())
  expect(await authorsOf(server.url, name)).toContain(`${id}: from the tunnel`)
})

test('a line that goes silent without hanging up: the badge tells, and the text arrives once', async ({
  pad,
  server,
  visitor,
}) => {
  const wifi = await openStallingProxy(server.port)
  try {
    const ada = await visitor()
    const grace = await visitor()
    await ada.opens(pad.replace(server.url, wifi.url))
    await grace.opens(pad)
    await ada.goesTo('First line')

    wifi.stall()
    await ada.types(' written into silence')
    await expect(ada.badge).toHaveText(/^Offline/, TELLS_WITHIN)
    expect(await grace.text()).not.toContain('written into silence')
    wifi.mend()

    await expect(ada.badge).toHaveText(/^Saved/, { timeout: 20_000 })
    await expectText(grace, 'First line written into silence')
    const text = await expectSameText(ada, grace)
    expect(occurrences(text, 'written into silence')).toBe(1)
  } finally {
    await wifi.end()
  }
})

test('a tab that is closed while offline brings its words when it comes back', async ({ pad, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.context.setOffline(true)
  await ada.goesTo('First line')
  await ada.types(' kept on the device')
  await expect(ada.badge).toHaveText(/^Offline\. \d+ changes? kept$/, TELLS_WITHIN)

  await ada.page.close({ runBeforeUnload: false })
  await ada.context.setOffline(false)
  const again = await ada.context.newPage()
  await again.goto(pad)

  await expectText(grace, 'First line kept on the device')
  expect(occurrences(await grace.text(), 'kept on the device')).toBe(1)
})

test('words that came into a line which somebody deletes just before closing the tab are put back', async ({
  pad,
  server,
  visitor,
}) => {
  const wifi = await openStallingProxy(server.port)
  try {
    const ada = await visitor()
    const grace = await visitor()
    await ada.opens(pad.replace(server.url, wifi.url))
    await grace.opens(pad)
    await ada.goesTo('Second line')

    wifi.mute()
    await ada.page.keyboard.press('Shift+Home')
    await ada.looks()
    await ada.page.keyboard.press('Backspace')
    await ada.page.keyboard.press('Backspace')
    await expect.poll(() => ada.text()).toBe('First line\nLast line')
    await grace.goesTo('Second line')
    await grace.types(' and what must not go')
    await grace.goesTo('Last line')
    await grace.types(' seen')
    // Ada has heard both by now, and nobody of what she deleted.
    await expectText(ada, 'Last line seen')
    await expect(ada.badge).toHaveText('Saving')
    await ada.page.close({ runBeforeUnload: false })
    wifi.mend()
    const again = await ada.context.newPage()
    await again.goto(pad.replace(server.url, wifi.url))

    await expect.poll(() => grace.text(), { timeout: 15_000 }).toBe('First line\nand what must not go\nLast line seen')
  } finally {
    await wifi.end()
  }
})

test('the server is killed and comes back under the page', async ({ ownServer, visitor }) => {
  await ownServer.makePad('killed', 'First line\nLast line')
  const pad = `${ownServer.url}/p/killed`
  const ada = await visitor()
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await ada.types(' before the crash')
  await expectText(grace, 'before the crash')

  await ownServer.kill()
  await ada.types(' and during it')
  await expect(ada.badge).toHaveText(/^Offline/, TELLS_WITHIN)
  await ownServer.start()

  await expect(ada.badge).toHaveText(/^Saved/, { timeout: 20_000 })
  await expectText(grace, 'First line before the crash and during it')
  const text = await expectSameText(ada, grace)
  expect(occurrences(text, 'before the crash')).toBe(1)
  expect(occurrences(text, 'and during it')).toBe(1)
})

test('stopped and started again, all is there', async ({ ownServer, visitor }) => {
  await ownServer.makePad('tomorrow', 'First line')
  const ada = await visitor()
  await ada.opens(`${ownServer.url}/p/tomorrow`)
  await ada.goesTo('First line')
  await ada.types(' of yesterday')
  await expect(ada.badge).toHaveText(/^Saved/)
  await ada.page.close()
  expect(await ownServer.stop()).toBe(0)
  await ownServer.start()

  const grace = await visitor()
  await grace.opens(`${ownServer.url}/p/tomorrow`)
  await expectText(grace, 'First line of yesterday')
})
