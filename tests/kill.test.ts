import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinPadAsPage } from '../apps/web/e2e/harness/page-client.ts'
import { startServer, type TestServer } from '../apps/web/e2e/harness/server.ts'
import { joinPad, type StockClient } from '../apps/web/e2e/harness/stock-client.ts'

const ROUNDS = 20

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await server.makePad('kill', 'The first line')
}, 20_000)

afterAll(() => server?.end())

const TITLE = `loses nothing that was called saved or that somebody else had seen, killed ${ROUNDS} times while people type`

it(TITLE, { timeout: 180_000 }, async () => {
  const lost: string[] = []
  let [seenAtAll, savedAtAll] = [0, 0]

  for (let round = 1; round <= ROUNDS; round += 1) {
    const ada = await joinPadAsPage(server.url, 'kill')
    const grace = joinPad(server.url, 'kill')
    await Promise.all([ada.synced(), grace.synced()])
    const adas = typesSteadily(ada, `ada${round}`)
    const graces = typesSteadily(grace, `grace${round}`)
    // Another moment of the typing each time, and never before something was seen.
    await until(() => tokens(grace.text(), `ada${round}`).length > 3 && tokens(ada.text(), `grace${round}`).length > 3)
    await pause((round * 37) % 250)

    await server.kill()
    adas.stop()
    graces.stop()
    await pause(20)
    const seen = [...tokens(grace.text(), 'ada'), ...tokens(ada.text(), 'grace')]
    const saved = adas.typed.slice(0, ada.saved())
    // Both leave for good before the server is back, or they would bring it what it forgot.
    ada.leaves()
    grace.leaves()

    await server.start()
    const newcomer = joinPad(server.url, 'kill')
    await newcomer.synced()
    const kept = new Set(tokens(newcomer.text(), ''))
    lost.push(...[...seen, ...saved].filter((token) => !kept.has(token)))
    seenAtAll += seen.length
    savedAtAll += saved.length
    newcomer.leaves()
  }

  expect(lost).toEqual([])
  expect(seenAtAll).toBeGreaterThan(ROUNDS * 8)
  expect(savedAtAll).toBeGreaterThan(ROUNDS * 3)
})

/** Types a numbered word every few milliseconds, each as a change of its own. */
function typesSteadily(client: StockClient, name: string): { typed: string[]; stop(): void } {
  const typed: string[] = []
  const typing = setInterval(() => {
    const token = `[${name}.${typed.length + 1}]`
    typed.push(token)
    client.types(token)
  }, 4)
  return { typed, stop: () => clearInterval(typing) }
}

function tokens(text: string, name: string): string[] {
  return text.match(new RegExp(`\\[${name}\\w*\\.\\d+\\]`, 'g')) ?? []
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries += 1) await pause(10)
  expect(condition()).toBe(true)
}
