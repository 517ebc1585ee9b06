import type { Clock } from '@forumpad/sync'
import type { SearchStore } from './search-store.ts'

/** How often it is looked whether a title or a chat has changed. */
const LOOK_EVERY_MS = 1_000
/** So much is taken in at once; then typing has its turn. */
const AT_ONCE = 20
const REST_MS = 50
const AFTER_FAILURE_MS = 30_000

export type KeepUpParts = {
  store: Pick<SearchStore, 'keepUp'>
  clock: Clock
  failed(error: unknown): void
}

/** Takes in what changes beside the notes, in the background, until it is stopped. */
export function createKeepUp({ store, clock, failed }: KeepUpParts): { start(): void; stop(): Promise<void> } {
  let callOff: (() => void) | undefined
  let running: Promise<void> | undefined
  let isStopped = false

  async function takeIn(): Promise<void> {
    const wait = await store.keepUp(AT_ONCE).then(
      (isMore) => (isMore ? REST_MS : LOOK_EVERY_MS),
      (error: unknown) => {
        failed(error)
        return AFTER_FAILURE_MS
      },
    )
    lookIn(wait)
  }

  function lookIn(ms: number): void {
    if (isStopped) return
    callOff = clock.after(ms, () => {
      running = takeIn()
    })
  }

  return {
    start: () => lookIn(0),
    async stop() {
      isStopped = true
      callOff?.()
      await running
    },
  }
}
