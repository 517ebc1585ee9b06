import { CLOSE, MESSAGE, writeAside } from '@forumpad/api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pageLine } from '../testing/page-line.ts'
import { rawSocket } from '../testing/raw-socket.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
  await server.makePad('edge')
})
afterEach(() => server.end())

it('welcomes our pages with their role on the open socket', async () => {
  expect((await pageLine(server.url, 'edge')).role).toBe('editor')
  const chair = await pageLine(server.url, 'edge', { authorization: `Bearer ${ORGANISER_KEY}` })
  expect(chair.role).toBe('organiser')
})

it('never speaks so to a stock client', async () => {
  const kinds: (number | undefined)[] = []
  const { socket } = await rawSocket(server.url, '/sync/edge')
  socket.on('message', (data: Buffer) => kinds.push(data[0]))
  const other = await stockClient(server.url, 'edge')
  other.writes('Hello')
  socket.send(new Uint8Array([MESSAGE.sync, 0, 1, 0]))
  await new Promise<void>((resolve) => {
    socket.on('message', () => kinds.length > 1 && resolve())
  })
  expect(kinds).not.toContain(MESSAGE.aside)
  other.leaves()
})

it('takes it from a stock client for no message at all', async () => {
  const { socket, closed } = await rawSocket(server.url, '/sync/edge')
  socket.send(writeAside({ feature: 'chat', ask: 1, body: {} }))
  expect(await closed).toMatchObject({ code: CLOSE.malformed })
})

it('closes a page that says what cannot be read', async () => {
  const page = await pageLine(server.url, 'edge')
  page.socket.send(new Uint8Array([MESSAGE.aside, 1, 123]))
  expect(await page.closed).toBe(CLOSE.malformed)
})
