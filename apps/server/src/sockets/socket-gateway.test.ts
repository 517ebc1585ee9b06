import { randomBytes } from 'node:crypto'
import { CLOSE } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rawSocket } from '../testing/raw-socket.ts'
import { type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

let server: RunningApp
const clients: StockClient[] = []

async function comes(pad = 'edge'): Promise<StockClient> {
  const client = await stockClient(server.url, pad)
  clients.push(client)
  return client
}

beforeEach(async () => {
  server = await runApp()
  await server.makePad('edge')
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.leaves()
  await server.end()
})

describe('Stock y-websocket clients', () => {
  it('write together', async () => {
    const [ada, grace] = await Promise.all([comes(), comes()])
    ada.writes('Hello from Ada')
    grace.writes('Hello from Grace')
    await Promise.all([ada.sees('Hello from Grace'), grace.sees('Hello from Ada')])
    expect(ada.lines()).toEqual(grace.lines())
  })

  it('find the template of a session, once, however many come first', async () => {
    await server.makePad('session', '# Purpose\n\nNotes')
    const [ada, grace] = await Promise.all([comes('session'), comes('session')])
    await Promise.all([ada.sees('Notes'), grace.sees('Notes')])
    expect(ada.lines()).toEqual(['Purpose', 'Notes'])
    expect(await server.pads.find('session')).toMatchObject({ revision: 1, changedAt: null })
  })

  it('find all again after the server was stopped and started', async () => {
    const ada = await comes()
    ada.writes('Written down')
    const grace = await comes()
    await grace.sees('Written down')
    server = await server.restart()
    const heinz = await comes()
    await heinz.sees('Written down')
    expect(heinz.lines()).toEqual(['Written down'])
  })

  it('take large texts and pads with names of any script', async () => {
    await server.makePad('会议')
    const [ada, grace] = await Promise.all([comes('会议'), comes('会议')])
    const large = 'long '.repeat(100_000)
    ada.writes(large)
    await grace.sees(large)
  })
})

describe('A program that sends nonsense', () => {
  it.each([
    ['random bytes', randomBytes(200)],
    ['an empty message', Buffer.alloc(0)],
    ['a truncated update', Buffer.from([0, 2, 200, 1, 1, 1])],
    ['an unknown kind of message', Buffer.from([99, 1, 2, 3])],
  ])('%s: is closed, and the others notice nothing', async (_, bytes) => {
    const [ada, grace] = await Promise.all([comes(), comes()])
    const { socket, closed } = await rawSocket(server.url, '/sync/edge')
    socket.send(bytes)
    expect(await closed).toMatchObject({ code: CLOSE.malformed })
    ada.writes('Still here')
    await grace.sees('Still here')
  })

  it('text: is closed with 4400', async () => {
    const { socket, closed } = await rawSocket(server.url, '/sync/edge')
    socket.send('{"hello":"there"}')
    expect(await closed).toEqual({ code: CLOSE.malformed, reason: 'Only binary messages are understood here.' })
  })

  it('frames that are no frames: is closed with 4400', async () => {
    const { socket, closed } = await rawSocket(server.url, '/sync/edge')
    // Reserved bits set, which only an extension may.
    ;(socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.from([0xf2, 0x80, 0, 0, 0, 0]))
    expect(await closed).toMatchObject({ code: CLOSE.malformed })
  })

  it('a message of 9 MiB: is closed with 4413', async () => {
    const ada = await comes()
    const { socket, closed } = await rawSocket(server.url, '/sync/edge')
    socket.send(Buffer.alloc(9 * 1024 * 1024))
    expect(await closed).toMatchObject({ code: CLOSE.tooLarge })
    const grace = await comes()
    ada.writes('Still here')
    await grace.sees('Still here')
  })

  it('a flood of messages: is closed with 4529, and the others notice nothing', async () => {
    const [ada, grace] = await Promise.all([comes(), comes()])
    const { socket, closed } = await rawSocket(server.url, '/sync/edge')
    const queryAwareness = Buffer.from([3])
    for (let n = 0; n < 10_000; n++) socket.send(queryAwareness)
    expect(await closed).toEqual({ code: CLOSE.tooMany, reason: 'Too many messages.' })
    ada.writes('Still here')
    await grace.sees('Still here')
  })
})

describe('The door', () => {
  it('closes with 4404 where there is no pad, and makes none', async () => {
    const { closed } = await rawSocket(server.url, '/sync/egde')
    expect(await closed).toMatchObject({ code: CLOSE.noSuchPad })
    expect(await server.pads.find('egde')).toBeUndefined()
  })

  it('keeps pages of other sites out, and lets ours in', async () => {
    await expect(rawSocket(server.url, '/sync/edge', { origin: 'https://evil.example' })).rejects.toThrow('403')
    const ours = await rawSocket(server.url, '/sync/edge', { origin: server.url })
    ours.socket.close()
    expect((await ours.closed).code).toBe(1005)
  })

  it('takes no words that one person typed from the next who uses the browser', async () => {
    const cookieOf = async () => (await server.page('/')).headers.get('set-cookie')?.split(';')[0] ?? ''
    const me = async (cookie: string) => (await server.api('GET', '/me', undefined, { cookie })).body.id
    const [ada, grace] = [await cookieOf(), await cookieOf()]
    const path = `/sync/edge?page=1&client=7&schema=${SCHEMA_VERSION}&epoch=1&person=${await me(ada)}`
    const hers = await rawSocket(server.url, path, { cookie: ada })
    const others = await rawSocket(server.url, path, { cookie: grace })
    expect(await others.closed).toMatchObject({ code: CLOSE.notSignedIn })
    expect(hers.socket.readyState).toBe(hers.socket.OPEN)
    hers.socket.close()
  })

  it('leads nowhere else', async () => {
    await expect(rawSocket(server.url, '/')).rejects.toThrow('404')
    await expect(rawSocket(server.url, '/sync/%E0%A4%A')).rejects.toThrow('404')
  })

  it('sends everybody off with 1012 when the server stops', async () => {
    const { closed } = await rawSocket(server.url, '/sync/edge')
    server = await server.restart()
    expect(await closed).toMatchObject({ code: CLOSE.restart })
  })

  it('counts a whole conference behind one address in', async () => {
    const all = await Promise.all(Array.from({ length: 300 }, () => rawSocket(server.url, '/sync/edge')))
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('forumpad_sockets 300\n')
    for (const { socket } of all) socket.terminate()
  })
})
