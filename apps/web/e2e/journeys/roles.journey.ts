import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { joinPad } from '../harness/stock-client.ts'
import { expectText, type Visitor } from '../harness/visitor.ts'

/** DESIGN, promise 6: rights bite at once, on open connections too. */
const AT_ONCE = { timeout: 1_000 }
const READER = 'You may read this pad, not write in it.'

const nameOf = (pad: string) => new URL(pad).pathname.replace('/p/', '')

async function noBarriers(who: Visitor) {
  const { violations } = await new AxeBuilder({ page: who.page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
}

test('a revoked editor link stops typing in an open page at once, and the words that came too late are kept', async ({
  pad,
  server,
  visitor,
}) => {
  const name = nameOf(pad)
  await server.narrow(name, 'by-link')
  const link = await server.makeLink(name, 'editor')
  const ada = await visitor()
  const reader = await visitor()
  await ada.page.goto(link.url)
  await expect(ada.page).toHaveURL(pad)
  await ada.canWrite()
  await reader.page.goto(pad)
  await ada.goesTo('First line')
  await ada.types(' by Ada')
  await expect(reader.readOnlyText).toContainText('First line by Ada')

  await server.revoke(name, link.id)
  await expect(ada.readOnlyText).toBeVisible(AT_ONCE)
  await expect(ada.badge).toHaveText('Reading only', AT_ONCE)
  await expect(ada.page.getByText(READER)).toBeVisible()
  await ada.types(' too late')
  expect(await server.textOf(name)).toBe('First line by Ada\nSecond line\nLast line\n')

  // Words that were written away from the server come back to their writer, and go nowhere else.
  const again = await server.makeLink(name, 'editor')
  await ada.page.goto(again.url)
  await ada.canWrite()
  await ada.context.setOffline(true)
  await expect(ada.badge).toHaveText(/^Offline/)
  await ada.goesTo('Last line')
  await ada.types(' in the tunnel')
  await server.revoke(name, again.id)
  await ada.context.setOffline(false)
  await expect(ada.handsBack).toContainText(READER, { timeout: 20_000 })
  await expect(ada.handsBack.getByRole('textbox', { name: 'Your words' })).toHaveValue('Last line in the tunnel')
  await ada.handsBack.getByRole('button', { name: 'Load again without them' }).click()
  await expect(ada.readOnlyText).toContainText('Last line')
  await expect(ada.badge).toHaveText('Reading only')
  expect(await server.textOf(name)).not.toContain('tunnel')
})

test('a reader has no tools and cannot write, with a stock client neither, and writes without reloading once they may', async ({
  pad,
  server,
  visitor,
}) => {
  const name = nameOf(pad)
  await server.narrow(name, 'by-link')
  const reader = await visitor()
  await reader.page.goto(pad)
  await expect(reader.readOnlyText).toContainText('Second line')
  await expect(reader.badge).toHaveText('Reading only')
  await expect(reader.page.getByRole('toolbar', { name: 'Writing tools' })).toHaveCount(0)
  await expect(reader.page.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await reader.readOnlyText.getByText('Second line').click()
  await reader.types('graffiti')
  await noBarriers(reader)

  const stock = joinPad(server.url, name)
  await stock.synced()
  const closed = new Promise((resolve) => stock.provider.once('connection-close', (event) => resolve(event?.code)))
  stock.addsLine('graffiti')
  expect(await closed).toBe(4403)
  stock.leaves()
  expect(await server.textOf(name)).not.toContain('graffiti')

  const tab = await reader.context.newPage()
  await tab.goto((await server.makeLink(name, 'editor')).url)
  await tab.close()
  await reader.canWrite()
  await reader.goesTo('Second line')
  await reader.types(' by the reader')
  await expectText(reader, 'Second line by the reader')
  await expect.poll(() => server.textOf(name)).toContain('by the reader')
})

test('the text of a closed pad is for those with a link', async ({ pad, server, visitor }) => {
  const name = nameOf(pad)
  const ada = await visitor()
  const stranger = await visitor()
  await ada.page.goto((await server.makeLink(name, 'reader')).url)
  await ada.canWrite()
  await stranger.opens(pad)
  await server.narrow(name, 'closed')
  await expect(ada.badge).toHaveText('Reading only', AT_ONCE)
  await expect(stranger.badge).toHaveText('Not taken', AT_ONCE)
  const answer = await stranger.page.reload()
  expect(answer?.status()).toBe(403)
  await expect(stranger.page.getByText('This pad is open to people with a link.')).toBeVisible()
  await expect(stranger.page.getByText('Second line')).toHaveCount(0)
  await noBarriers(stranger)
})

for (const [width, colorScheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const) {
  test(`an organiser shares a pad on its page, ${width} pixels, ${colorScheme}`, async ({ pad, server, visitor }) => {
    const chair = await visitor({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' })
    await chair.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
    await chair.opens(pad)
    await chair.page.getByRole('button', { name: 'Share' }).click()
    const dialog = chair.page.getByRole('dialog', { name: 'Share this pad' })
    const readable = dialog.getByRole('radio', { name: 'Everybody reads; writing needs a link' })
    await readable.click()
    await expect(readable).toBeChecked()
    await dialog.getByLabel('Whom it is for').fill('Note takers')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const url = await dialog.getByRole('textbox', { name: 'Address of the new link' }).inputValue()
    await expect(dialog.getByRole('img', { name: 'QR code of the new link' })).toBeVisible()
    await noBarriers(chair)
    await test.info().attach('share', { body: await chair.page.screenshot(), contentType: 'image/png' })
    if (process.env.SHOTS)
      await chair.page.screenshot({ path: `${process.env.SHOTS}/share-${width}-${colorScheme}.png` })
    expect(await chair.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)

    const ada = await visitor()
    await ada.page.goto(pad)
    await expect(ada.badge).toHaveText('Reading only')
    await ada.page.goto(url)
    await ada.canWrite()

    await chair.page.keyboard.press('Escape')
    await chair.page.getByRole('button', { name: 'Share' }).press('Enter')
    const link = dialog.getByRole('listitem').filter({ hasText: 'Note takers (editor)' })
    await expect(link).toContainText('1 person holds it')
    await ada.goesTo('First line')
    await ada.types(' and what Ada thinks of it')
    await expectText(chair, 'and what Ada thinks of it')
    await link.getByRole('button', { name: 'Revoke' }).click()
    await expect(link).toContainText('Revoked')
    await expect(ada.badge).toHaveText('Reading only', AT_ONCE)

    // What came through the link can be taken back, also when it is revoked.
    await link.getByRole('button', { name: 'Undo what was written with' }).click()
    await expect(link).toContainText('not by which link')
    await noBarriers(chair)
    if (process.env.SHOTS)
      await chair.page.screenshot({ path: `${process.env.SHOTS}/undo-link-${width}-${colorScheme}.png` })
    expect(await chair.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await link.getByRole('button', { name: 'Undo all of it' }).click()
    await expect(chair.page).toHaveURL(/\/changes\?from=\d+&to=\d+$/)
    await expect(chair.page.getByRole('main').locator('del')).toContainText('and what Ada thinks of it')
    expect(await server.textOf(nameOf(pad))).toContain('First line\n')
  })
}
