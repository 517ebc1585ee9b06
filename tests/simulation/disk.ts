import type { Clock, PadStore } from '@forumpad/sync'
import { createMemoryPadStore, type MemoryPadStore } from '@forumpad/sync/testing'
import { parseUpdateMeta } from 'yjs'
import { charactersOf } from './characters.ts'

/** How the disk behaves at the moment. Times in milliseconds. */
export type DiskState = { commitMs: number; loadMs: number; isFailing: boolean }

/** What outlives every process: the log, the checkpoints. */
export class Disk {
  readonly pads: MemoryPadStore
  state: DiskState = { commitMs: 0, loadMs: 0, isFailing: false }
  readonly #pad: string
  #read = 0
  readonly #characters = new Set<number>()
  readonly #byServer = new Map<number, number>()
  readonly #ends = new Map<number, number>()

  constructor(pad: string) {
    this.#pad = pad
    this.pads = createMemoryPadStore([pad])
  }

  /** Every traced character that is in the log, deleted since or not. */
  get characters(): ReadonlySet<number> {
    this.#readOn()
    return this.#characters
  }

  /** How often the server wrote each: mended and rescued. */
  get writtenByServer(): ReadonlyMap<number, number> {
    this.#readOn()
    return this.#byServer
  }

  /** Whether the item of a Yjs client at this clock is in the log. */
  holds(client: number, clock: number): boolean {
    this.#readOn()
    return clock < (this.#ends.get(client) ?? 0)
  }

  #readOn(): void {
    const log = this.pads.log(this.#pad)
    for (; this.#read < log.length; this.#read++) {
      const row = log[this.#read]
      if (!row) break
      for (const [client, end] of parseUpdateMeta(row.bytes).to) {
        this.#ends.set(client, Math.max(end, this.#ends.get(client) ?? 0))
      }
      for (const character of charactersOf(row.bytes)) {
        this.#characters.add(character)
        if (row.person === 'forumpad') this.#byServer.set(character, (this.#byServer.get(character) ?? 0) + 1)
      }
    }
  }
}

/** The disk as one process has it: slow, failing, and out of reach for ever once the process is dead. */
export class Mount implements PadStore {
  readonly #disk: Disk
  readonly #clock: Clock
  readonly #loading: () => void
  #isDead = false
  loads = 0
  commits = 0

  /** @param loading is called when a pad is about to be read into memory */
  constructor(disk: Disk, clock: Clock, loading: () => void) {
    this.#disk = disk
    this.#clock = clock
    this.#loading = loading
  }

  die(): void {
    this.#isDead = true
  }

  async load(pad: string) {
    this.loads += 1
    this.#loading()
    await this.#takes(this.#disk.state.loadMs)
    return this.#disk.pads.load(pad)
  }

  async append(...args: Parameters<PadStore['append']>) {
    const { commitMs } = this.#disk.state
    await this.#takes(commitMs / 2)
    this.#failIfFailing()
    const appended = await this.#disk.pads.append(...args)
    this.commits += 1
    // A process may die after the disk has it and before it knows.
    await this.#takes(commitMs / 2)
    return appended
  }

  async readLog(...args: Parameters<PadStore['readLog']>) {
    await this.#takes(this.#disk.state.loadMs)
    return this.#disk.pads.readLog(...args)
  }

  async saveCheckpoint(...args: Parameters<PadStore['saveCheckpoint']>) {
    await this.#takes(this.#disk.state.commitMs)
    this.#failIfFailing()
    return this.#disk.pads.saveCheckpoint(...args)
  }

  async setFrozen(...args: Parameters<PadStore['setFrozen']>) {
    await this.#takes(this.#disk.state.commitMs)
    this.#failIfFailing()
    return this.#disk.pads.setFrozen(...args)
  }

  #failIfFailing(): void {
    if (this.#disk.state.isFailing) throw new Error('The disk is full')
  }

  async #takes(ms: number): Promise<void> {
    if (ms > 0) await new Promise<void>((resolve) => this.#clock.after(ms, resolve))
    if (this.#isDead) await new Promise(() => {})
  }
}
