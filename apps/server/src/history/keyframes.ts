import type { PadStore, StoredPad } from '@forumpad/sync'
import type { KeyframeStore } from './keyframe-store.ts'
import { PastPad } from './past-pad.ts'
import { replayLog } from './replay-log.ts'

/** A keyframe is due after so many revisions or so many bytes of them, whichever comes first. */
const REVISIONS = 2_000
const BYTES = 512 * 1024

type Building = { stop: boolean; done: Promise<void>; waiting: { revision: number; go(): void }[] }

/** Pads as they were every few thousand revisions, so that no look at the past replays a long log. Made in the background. */
export class Keyframes {
  readonly #log: Pick<PadStore, 'load' | 'readLog'>
  readonly #keyframes: KeyframeStore
  readonly #failed: (error: unknown) => void
  readonly #building = new Map<string, Building>()

  constructor(log: Pick<PadStore, 'load' | 'readLog'>, keyframes: KeyframeStore, failed: (error: unknown) => void) {
    this.#log = log
    this.#keyframes = keyframes
    this.#failed = failed
  }

  /** The nearest one at or before a revision. If that is far, those in between are made first. */
  async near(pad: string, stored: Pick<StoredPad, 'epoch' | 'keptCredits'>, revision: number): Promise<PastPad> {
    const { epoch, keptCredits } = stored
    const kept = await this.#keyframes.atOrBefore(pad, epoch, revision)
    if (revision - (kept?.revision ?? 0) > REVISIONS) await this.#until(pad, revision)
    const nearest = await this.#keyframes.atOrBefore(pad, epoch, revision)
    if (!nearest) return PastPad.empty(keptCredits)
    const past = await PastPad.decode(nearest.revision, nearest.bytes, keptCredits)
    if (past) return past
    await this.#keyframes.forget(pad)
    return this.near(pad, stored, revision)
  }

  /** Makes those of a pad that are due. Never rejects. */
  keepUp(pad: string): Promise<void> {
    return this.#start(pad).done
  }

  /** Ends what is being made; what is kept stays. */
  async stop(): Promise<void> {
    for (const building of this.#building.values()) building.stop = true
    await Promise.all([...this.#building.values()].map(({ done }) => done))
  }

  async #until(pad: string, revision: number): Promise<void> {
    const building = this.#start(pad)
    const passed = new Promise<void>((go) => building.waiting.push({ revision, go }))
    await Promise.race([passed, building.done])
  }

  #start(pad: string): Building {
    const running = this.#building.get(pad)
    if (running) return running
    const building: Building = { stop: false, done: Promise.resolve(), waiting: [] }
    this.#building.set(pad, building)
    building.done = this.#build(pad, building)
      .catch(this.#failed)
      .finally(() => this.#building.delete(pad))
    return building
  }

  async #build(pad: string, building: Building): Promise<void> {
    const stored = await this.#log.load(pad)
    if (!stored || stored.head < REVISIONS) return
    const newest = await this.#keyframes.atOrBefore(pad, stored.epoch, stored.head)
    if (newest && newest.revision + REVISIONS > stored.head) return
    const { keptCredits } = stored
    const kept = newest && (await PastPad.decode(newest.revision, newest.bytes, keptCredits))
    const past = kept ?? PastPad.empty(keptCredits)
    try {
      while (past.revision + REVISIONS <= stored.head && !building.stop) await this.#next(pad, past, stored, building)
    } finally {
      past.close()
    }
  }

  async #next(pad: string, past: PastPad, { epoch, clients }: StoredPad, building: Building): Promise<void> {
    const due = past.revision + REVISIONS
    await replayLog(
      this.#log,
      pad,
      past,
      due,
      (client) => clients.get(client),
      (bytes) => bytes >= BYTES,
    )
    await this.#keyframes.keep(pad, epoch, { revision: past.revision, bytes: await past.encode() })
    const passed = building.waiting.filter(({ revision }) => revision < past.revision + REVISIONS)
    building.waiting = building.waiting.filter((each) => !passed.includes(each))
    for (const { go } of passed) go()
  }
}
