import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
})
afterEach(() => server.end())

it('counts the words that people wrote, and not those of the template', async () => {
  await server.makePad('session', '# Purpose and goals\n\n- What should be different?')
  const [ada, grace] = await Promise.all([stockClient(server.url, 'session'), stockClient(server.url, 'session')])
  await grace.sees('Purpose and goals')
  ada.writes('Three words, 漢字')
  await grace.sees('Three words, 漢字')
  for (const client of [ada, grace]) client.leaves()
  // A server that stops counts what is still to be counted.
  server = await server.restart()
  expect(await server.pads.find('session')).toMatchObject({ words: 4, revision: 2 })
})
