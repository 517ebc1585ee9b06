import { type BrowserContextOptions, test as base, expect } from '@playwright/test'
import { startServer, type TestServer } from './server.ts'
import { Visitor } from './visitor.ts'

type Journey = {
  /** A pad of this journey alone; its address. */
  pad: string
  /** Brings somebody with a browser of their own: own cookies, own storage, own window. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>
  /** A server of this journey alone, to kill. */
  ownServer: TestServer
}

/** Playwright's test with a running server and people who visit it. Errors in their pages fail the journey. */
export const test = base.extend<Journey, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.end()
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  ownServer: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.end()
  },

  pad: async ({ server }, use, { testId }) => {
    const name = `journey-${testId}`
    await server.makePad(name, 'First line\nSecond line\nLast line')
    await use(`${server.url}/p/${name}`)
  },

  visitor: async ({ browser }, use) => {
    const visitors: Visitor[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      const visitor = new Visitor(await context.newPage())
      visitors.push(visitor)
      return visitor
    })
    for (const { context } of visitors) await context.close()
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
  },
})

export { expect }
