import type { PadStore, StoredPad } from '@forumpad/sync'
import { packedKeyframe, unpackedKeyframe, type WholeKeyframe, wholeKeyframe } from './kept-keyframe.ts'
import type { Keyframe, KeyframeStore } from './keyframe-store.ts'
import { PastPad } from './past-pad.ts'
import { replayLog } from './replay-log.ts'

/** A keyframe is due after so many revisions or so many bytes of them, whichever comes first. */
const REVISIONS = 250
const BYTES = 512 * 1024

type Building = { stop: boolean; done: Promise<void>; waiting: { revision: number; go(): void }[] }

/** Pads as they were every few hundred revisions, so that no look at the past replays a long log. Made in the background. */
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

  /**
   * The nearest one at or before a revision. If that is far, those in between are made first.
   *
   * @param take gives a pad that lies between the keyframe and the revision, if there is one at hand: then nothing is decoded
   */
  async near(
    pad: string,
    stored: Pick<StoredPad, 'epoch' | 'keptCredits'>,
    revision: number,
    take: (after: number) => PastPad | undefined = () => undefined,
  ): Promise<PastPad> {
    const { epoch, keptCredits } = stored
    let nearest = await this.#keyframes.atOrBefore(pad, epoch, revision)
    if (revision - (nearest?.revision ?? 0) > REVISIONS) {
      await this.#until(pad, revision)
      nearest = await this.#keyframes.atOrBefore(pad, epoch, revision)
    }
    const taken = take(nearest?.revision ?? 0)
    if (taken) return taken
    if (!nearest) return PastPad.empty(keptCredits)
    const opened = await this.#open(pad, stored, nearest)
    if (opened) return opened.past
    await this.#keyframes.forget(pad)
    return this.near(pad, stored, revision, take)
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
    const opened = newest && (await this.#open(pad, stored, newest))
    const past = opened?.past ?? PastPad.empty(stored.keptCredits)
    let whole = opened?.whole
    try {
      while (past.revision + REVISIONS <= stored.head && !building.stop)
        whole = await this.#next(pad, past, { ...stored, whole }, building)
    } finally {
      past.close()
    }
  }

  /** Makes and keeps the next one; gives the one that those after it are based on. */
  async #next(
    pad: string,
    past: PastPad,
    { epoch, clients, whole }: StoredPad & { whole: WholeKeyframe | undefined },
    building: Building,
  ): Promise<WholeKeyframe | undefined> {
    const due = past.revision + REVISIONS
    await replayLog(
      this.#log,
      pad,
      past,
      due,
      (client) => clients.get(client),
      (bytes) => bytes >= BYTES,
    )
    const now = { revision: past.revision, plain: past.encode() }
    const keyframe = await packedKeyframe(now, whole)
    await this.#keyframes.keep(pad, epoch, keyframe)
    const passed = building.waiting.filter(({ revision }) => revision < past.revision + REVISIONS)
    building.waiting = building.waiting.filter((each) => !passed.includes(each))
    for (const { go } of passed) go()
    return keyframe.base === null ? wholeKeyframe(now) : whole
  }

  /** Undefined if it cannot be read. */
  async #open(
    pad: string,
    { epoch, keptCredits }: Pick<StoredPad, 'epoch' | 'keptCredits'>,
    keyframe: Keyframe,
  ): Promise<{ past: PastPad; whole: WholeKeyframe } | undefined> {
    const find = async (revision: number) => {
      const found = await this.#keyframes.atOrBefore(pad, epoch, revision)
      return found?.revision === revision ? found : undefined
    }
    // Damaged: the log tells.
    const unpacked = await unpackedKeyframe(keyframe, find).catch(() => undefined)
    const past = unpacked && PastPad.decode(keyframe.revision, unpacked.plain, keptCredits)
    return past && unpacked && { past, whole: unpacked.whole }
  }
}
