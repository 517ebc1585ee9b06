import type { Page } from '@playwright/test'
import { textFrame } from '../../src/editor/counting-web-socket.ts'

/** The line of a page to its pad, in the hand of the test. Take it before the page is opened. */
export interface SyncLine {
  /** The Yjs client id that the page announced last. */
  client(): number
  /** From now on what the page sends needs so long. */
  slow(ms: number): void
  /** From now on nothing that the page writes arrives, though the line is alive. */
  swallowText(): void
}

export async function syncLineOf(page: Page): Promise<SyncLine> {
  let client = 0
  let delay = 0
  let swallows = false
  await page.routeWebSocket(/\/sync\//, (near) => {
    client = Number(new URL(near.url()).searchParams.get('client'))
    const far = near.connectToServer()
    near.onMessage((message) => {
      if (swallows && typeof message !== 'string' && textFrame(message) !== null) return
      if (delay === 0) far.send(message)
      else setTimeout(() => far.send(message), delay)
    })
  })
  return {
    client: () => client,
    slow(ms) {
      delay = ms
    },
    swallowText() {
      swallows = true
    },
  }
}
