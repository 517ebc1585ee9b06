import { type Clock, createLivePads, type LivePads } from '@forumpad/sync'
import { person } from '@forumpad/sync/testing'
import { schemaCheck } from '../../packages/pad-schema/src/index.ts'
import { type Disk, Mount } from './disk.ts'

/** One life of the server: the real core over the disk. */
export class ServerProcess {
  readonly mount: Mount
  readonly pads: LivePads
  readonly failures: string[] = []
  #isDead = false

  /** @param loading is called when the process is about to read a pad into memory */
  constructor(disk: Disk, clock: Clock, seed: Uint8Array, loading: () => void) {
    const living: Clock = {
      now: () => clock.now(),
      after: (ms, callback) => clock.after(ms, () => this.#isDead || callback()),
    }
    this.mount = new Mount(disk, living, loading)
    this.pads = createLivePads({
      store: this.mount,
      schema: schemaCheck,
      clock: living,
      frame: (payload) => ({ payload }),
      events: {
        committed: () => {},
        closed: () => {},
        status: () => {},
        failed: (doing, error) => this.failures.push(`${doing}: ${error instanceof Error ? error.message : error}`),
      },
      persons: async (ids) => ids.map((id) => ({ ...person(id), name: `Person ${id}` })),
      seed: async () => seed,
    })
  }

  get isDead(): boolean {
    return this.#isDead
  }

  /** At once, whatever it is in the middle of. */
  crash(): void {
    this.#isDead = true
    this.mount.die()
  }
}
