import { once } from 'node:events'
import { TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rawSocket } from '../testing/raw-socket.ts'
import { type RunningApp, runApp } from '../testing/running-app.ts'

let server: RunningApp
const clock = new TestClock()
beforeEach(async () => {
  server = await runApp({}, { clock })
  await server.makePad('edge')
})
afterEach(() => server.end())

it('a socket that does not answer for half a minute is ended, and one that does stays', async () => {
  const alive = await rawSocket(server.url, '/sync/edge')
  const dead = await rawSocket(server.url, '/sync/edge', {}, false)

  const asked = once(alive.socket, 'ping')
  await clock.pass(15_000)
  await asked
  // What it sends after its answer arrives after it: then the answer is there too.
  alive.socket.send(Uint8Array.of(0, 0, 1, 0))
  await once(alive.socket, 'message')
  await clock.pass(15_000)

  expect((await dead.closed).code).toBe(1006)
  expect(alive.socket.readyState).toBe(alive.socket.OPEN)
})
