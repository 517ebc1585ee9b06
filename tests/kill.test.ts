import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type TestServer } from '../apps/web/e2e/harness/server.ts'
import { joinPad, type StockClient } from '../apps/web/e2e/harness/stock-client.ts'

const ROUNDS = 20

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await server.makePad('kill', 'The first line')
}, 20_000)

afterAll(() => server?.end())

it(`loses nothing that somebody else had seen, killed ${ROUNDS} times while people type`, {
  timeout: 180_000,
}, async () => {
  const lost: string[] = []
  let seenAtAll = 0

  for (let round = 1; round <= ROUNDS; round += 1) {
    const ada = await join()
    const grace = await join()
    ada.addsLine('')
    const stopTyping = typesSteadily(ada, `ada${round}`)
    const stopOther = typesSteadily(grace, `grace${round}`)
    // Another moment of the typing each time, and never before something was seen.
    await until(() => tokens(grace.text(), `ada${round}`).length > 3 && tokens(ada.text(), `grace${round}`).length > 3)
    await pause((round * 37) % 250)

    await server.kill()
    stopTyping()
    stopOther()
    await pause(20)
    const seen = [...tokens(grace.text(), 'ada'), ...tokens(ada.text(), 'grace')]
    // Both leave for good before the server is back, or they would bring it what it forgot.
    ada.leaves()
    grace.leaves()

    await server.start()
    const newcomer = await join()
    const kept = new Set([...tokens(newcomer.text(), 'ada'), ...tokens(newcomer.text(), 'grace')])
    lost.push(...seen.filter((token) => !kept.has(token)))
    seenAtAll += seen.length
    newcomer.leaves()
  }

  expect(lost).toEqual([])
  expect(seenAtAll).toBeGreaterThan(ROUNDS * 8)
})

async function join(): Promise<StockClient> {
  const client = joinPad(server.url, 'kill')
  await client.synced()
  return client
}

/** Types a numbered word every few milliseconds, each as an update of its own. */
function typesSteadily(client: StockClient, name: string): () => void {
  let count = 0
  const typing = setInterval(() => {
    count += 1
    client.types(`[${name}.${count}]`)
  }, 4)
  return () => clearInterval(typing)
}

function tokens(text: string, name: string): string[] {
  return text.match(new RegExp(`\\[${name}\\d*\\.\\d+\\]`, 'g')) ?? []
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries += 1) await pause(10)
  expect(condition()).toBe(true)
}
