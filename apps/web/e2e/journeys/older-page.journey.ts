import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from '../harness/journey.ts'
import { expectText } from '../harness/visitor.ts'

/** A page as it was built for another schema: its data says so. */
const olderSchema = (html: string) => html.replace(/"schemaVersion":\d+/, '"schemaVersion":0')

test('a page of another schema shows the text, says so, and touches nothing', async ({ pad, server, visitor }) => {
  const ada = await visitor()
  const grace = await visitor()
  await grace.opens(pad)
  const sockets: string[] = []
  ada.page.on('websocket', (socket) => sockets.push(socket.url()))
  await ada.page.route(pad, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: olderSchema(await answer.text()) })
  })
  await ada.page.goto(pad)

  await expect(ada.page.getByText('This page is older than the server.')).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expect(ada.page.getByText('Second line')).toBeVisible()
  await expect(ada.editor).toHaveCount(0)
  const databases = await ada.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(databases).toEqual([])
  expect(sockets).toEqual([])
  await expectText(grace, 'Second line')

  // Asked from a page that came over the network: browsers do not let one that a test put together reach this machine.
  const name = new URL(pad).pathname.replace('/p/', '')
  const code = await grace.page.evaluate(
    ({ url, pad }) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${pad}?page=1&client=7&schema=0&epoch=1`)
        socket.onclose = (event) => resolve(event.code)
      }),
    { url: server.url, pad: name },
  )
  expect(code).toBe(4410)
})

test('a page of an older epoch gives back its words, and loads the pad as it is now', async ({
  ownServer,
  visitor,
}) => {
  await ownServer.makePad('redacted', 'First line')
  const pad = `${ownServer.url}/p/redacted`
  const ada = await visitor()
  await ada.opens(pad)
  await ada.goesTo('First line')
  await ada.types(' and what the server has')
  await expect(ada.badge).toHaveText(/^Saved/)

  // While the server is away, old copies of the document cease to be of use: a backup came back, or something was taken out.
  await ownServer.stop()
  await ada.page.keyboard.press('Enter')
  await ada.types('Typed meanwhile')
  raiseEpoch(ownServer.dataDir, 'redacted')
  await ownServer.start()

  await expect(ada.handsBack).toContainText('Your last line was not taken', { timeout: 20_000 })
  await expect(ada.handsBack).toContainText('This pad was begun anew meanwhile.')
  await expect(ada.handsBack.getByRole('textbox', { name: 'Your words' })).toHaveValue('Typed meanwhile')
  await ada.handsBack.getByRole('button', { name: 'Load again without them' }).click()
  await ada.canWrite()
  expect(await ada.text()).toBe('First line and what the server has')
  await ada.goesTo('First line')
  await ada.types('!')
  await expect.poll(() => ownServer.textOf('redacted')).toBe('First line and what the server has!\n')
})

function raiseEpoch(dataDir: string, pad: string): void {
  const database = new Database(join(dataDir, 'forumpad.sqlite'))
  database.prepare('UPDATE pad SET epoch = epoch + 1 WHERE name = ?').run(pad)
  database.close()
}
