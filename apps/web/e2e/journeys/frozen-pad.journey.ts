import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { joinPad } from '../harness/stock-client.ts'
import { syncLineOf } from '../harness/sync-line.ts'
import { expectText } from '../harness/visitor.ts'

/** DESIGN, promise 6: rights bite at once, on open connections too. */
const AT_ONCE = { timeout: 1_000 }
const FROZEN = 'This pad is frozen'

const nameOf = (pad: string) => new URL(pad).pathname.replace('/p/', '')

test('words written offline before a freeze come back for copying, and nobody else ever sees them', async ({
  pad,
  server,
  visitor,
}) => {
  const name = nameOf(pad)
  const ada = await visitor()
  const grace = await visitor({ permissions: ['clipboard-read', 'clipboard-write'] })
  const witness = joinPad(server.url, name)
  let seen = ''
  witness.doc.on('update', () => {
    seen += witness.text()
  })
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await ada.types(' by Ada')
  await expectText(grace, 'First line by Ada')

  await grace.context.setOffline(true)
  await expect(grace.badge).toHaveText(/^Offline/)
  await grace.goesTo('Second line')
  await grace.types(' in the tunnel')
  await grace.addsLine('And a line of her own')
  await server.freeze(name)
  await expect(ada.badge).toHaveText('Frozen', AT_ONCE)
  await expect(ada.readOnlyText).toBeVisible(AT_ONCE)
  await expect(ada.page.getByText(FROZEN)).toBeVisible()
  await grace.context.setOffline(false)

  await expect(grace.handsBack).toContainText('Your last 2 lines were not taken', { timeout: 20_000 })
  await expect(grace.handsBack).toContainText(FROZEN)
  const words = 'Second line in the tunnel\nAnd a line of her own'
  await expect(grace.handsBack.getByRole('textbox', { name: 'Your words' })).toHaveValue(words)
  await grace.handsBack.getByRole('button', { name: 'Copy' }).click()
  await expect(grace.handsBack.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await grace.page.evaluate(() => navigator.clipboard.readText())).toBe(words)

  await grace.handsBack.getByRole('button', { name: 'Load the pad again' }).click()
  await expect(grace.readOnlyText).toHaveText('First line by AdaSecond lineLast line')
  await expect(grace.badge).toHaveText('Frozen')
  await expect(grace.handsBack).toHaveCount(0)
  expect(await server.textOf(name)).toBe('First line by Ada\nSecond line\nLast line\n')
  expect(seen).toContain('by Ada')
  expect(seen).not.toMatch(/tunnel|of her own/)
  witness.leaves()

  await server.thaw(name)
  for (const person of [ada, grace]) await person.canWrite()
  await grace.goesTo('Last line')
  await grace.types(' by Grace')
  await expectText(ada, 'Last line by Grace')
  expect(await server.textOf(name)).not.toContain('tunnel')
})

test('somebody who types at the moment of the freeze keeps what was not taken, and what was taken is whole', async ({
  pad,
  server,
  visitor,
}) => {
  const name = nameOf(pad)
  const ada = await visitor()
  const grace = await visitor()
  const line = await syncLineOf(ada.page)
  await ada.opens(pad)
  await grace.opens(pad)
  line.slow(400)
  await ada.goesTo('Second line')

  const typing = ada.types(' which goes on and on and on and on, until the organiser has heard enough of it')
  await expectText(grace, 'which goes')
  await server.freeze(name)
  await expect(ada.page.locator('.ProseMirror[contenteditable="true"]')).toHaveCount(0, AT_ONCE)
  await typing

  await expect(ada.handsBack).toContainText('Your last line was not taken')
  const given = await ada.handsBack.getByRole('textbox', { name: 'Your words' }).inputValue()
  const [, taken = ''] = (await server.textOf(name)).split('\n')
  expect(taken).toContain('Second line which goes')
  expect(given.startsWith(taken)).toBe(true)
  expect(given.length).toBeGreaterThan(taken.length)
  expect(' which goes on and on and on and on, until the organiser has heard enough of it').toContain(
    given.replace('Second line', ''),
  )
  await expect(grace.readOnlyText).toContainText(taken)
  await expect(grace.handsBack).toHaveCount(0)

  // While she still looks at her words, the pad is thawed: they wait for her.
  await server.thaw(name)
  await grace.canWrite()
  await expect(ada.handsBack).toBeVisible()
  await ada.handsBack.getByRole('button', { name: 'Load again without them' }).click()
  await ada.canWrite()
  expect(await ada.text()).toContain(`${taken}\n`)
})

test('an organiser freezes the pad on its page, and reopens it', async ({ pad, server, visitor }) => {
  const chair = await visitor()
  const ada = await visitor()
  await chair.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await chair.opens(pad)
  await ada.opens(pad)
  await expect(ada.page.getByRole('button', { name: 'Freeze this pad' })).toHaveCount(0)

  await chair.page.getByRole('button', { name: 'Freeze this pad' }).click()
  await expect(ada.badge).toHaveText('Frozen', AT_ONCE)
  await expect(ada.readOnlyText).toBeVisible(AT_ONCE)
  await expect(chair.badge).toHaveText('Frozen', AT_ONCE)
  await chair.page.getByRole('button', { name: 'Reopen this pad' }).click()
  for (const person of [chair, ada]) await person.canWrite()
  await ada.goesTo('Last line')
  await ada.types(' after the break')
  await expectText(chair, 'Last line after the break')
})

test('a freeze after the last letter takes nothing from anybody, and outlives a crash', async ({
  ownServer,
  visitor,
}) => {
  await ownServer.makePad('minutes', 'First line')
  const pad = `${ownServer.url}/p/minutes`
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('First line')
  await ada.types(' is done')
  await expect(ada.badge).toHaveText(/^Saved/)
  await ownServer.freeze('minutes')
  await ownServer.kill()
  await ownServer.start()

  await expect(ada.badge).toHaveText('Frozen', { timeout: 20_000 })
  await expect(ada.readOnlyText).toHaveText('First line is done')
  await expect(ada.handsBack).toHaveCount(0)
})

test('the page of a frozen pad says so and is read before any script has run', async ({ pad, server, visitor }) => {
  await server.freeze(nameOf(pad))
  const reader = await visitor({ javaScriptEnabled: false })
  await reader.page.goto(pad)
  await expect(reader.badge).toHaveText('Frozen')
  await expect(reader.page.getByText(`${FROZEN}. Ask the moderator to reopen it.`)).toBeVisible()
  await expect(reader.page.getByText('Second line')).toBeVisible()

  const late = await visitor()
  await late.page.goto(pad)
  await expect(late.readOnlyText).toContainText('Second line')
  await expect(late.page.getByRole('toolbar', { name: 'Writing tools' })).toHaveCount(0)
  await late.readOnlyText.getByText('Second line').click()
  await late.types('graffiti')
  await expect(late.readOnlyText).not.toContainText('graffiti')
  await expect(late.handsBack).toHaveCount(0)
  await expect(late.badge).toHaveText('Frozen')
})

test('a frozen pad in which nobody wrote is read as well', async ({ ownServer, visitor }) => {
  await ownServer.makePad('blank')
  await ownServer.freeze('blank')
  const reader = await visitor()
  await reader.page.goto(`${ownServer.url}/p/blank`)
  await expect(reader.readOnlyText).toBeVisible()
  await expect(reader.badge).toHaveText('Frozen')
  await expect(reader.handsBack).toHaveCount(0)
})
