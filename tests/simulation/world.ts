import { person, type Random, settled, TestClock } from '@forumpad/sync/testing'
import { documentUpdate, line } from '../../packages/pad-schema/src/index.ts'
import { Chronicle } from './chronicle.ts'
import { Disk } from './disk.ts'
import type { Line } from './line.ts'
import type { Page, PageKind } from './page.ts'
import { Somebody } from './people.ts'
import { ServerProcess } from './server-process.ts'
import type { Surroundings } from './surroundings.ts'

const NAMES = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Alan']
const TEMPLATE = documentUpdate({ blocks: [line('heading', 'Notes'), line('text', 'Who is here'), line('text')] }, 1)

/** Everything of one schedule: people, network, server, disk, time. */
export class World implements Surroundings {
  readonly pad = 'notes'
  readonly random: Random
  readonly clock = new TestClock()
  readonly disk = new Disk(this.pad)
  readonly chronicle = new Chronicle()
  readonly people: Somebody[] = []
  /** Lines of strangers, and those that people once had. */
  readonly lines = new Set<Line>()
  /** What happened, in order. */
  readonly trace: string[] = []
  /** The first promise that was broken. */
  fault: string | undefined
  #server: ServerProcess | undefined
  readonly #owners = new Map<number, string>()
  readonly #begun = this.clock.now()

  constructor(random: Random) {
    this.random = random
    this.start()
    const count = 2 + random.below(4)
    for (const [i, name] of NAMES.slice(0, count).entries()) {
      // The first two are on our pages; the others now and then on something else.
      const kind: PageKind = i < 2 ? 'page' : random.pick(['page', 'page', 'page', 'stock', 'reader'] as const)
      this.people.push(new Somebody(person(name), kind, this))
    }
  }

  readonly server = (): ServerProcess | undefined => this.#server

  readonly say = (what: string): void => {
    this.trace.push(`${String((this.clock.now() - this.#begun) / 1000).padStart(8)} s  ${what}`)
  }

  readonly broken = (promise: string): void => {
    if (this.fault !== undefined) return
    this.fault = promise
    this.say(`BROKEN: ${promise}`)
  }

  readonly ownerOf = (client: number): string | undefined => this.#owners.get(client)

  /** Client ids that a stranger has said were hers. */
  readonly takenIds = new Set<number>()
  elbowedOut = 0

  /**
   * An id belongs to whoever first spoke for it, as long as the server remembers, and for good once something is written under it. In between, a server
   * that starts anew cannot tell the owner from a stranger: the owner's page is refused, gives the words back and is loaded afresh.
   */
  readonly wasElbowedOut = (person: string, clients: readonly number[]): boolean => {
    if (!clients.some((client) => this.takenIds.has(client) && this.ownerOf(client) === person)) return false
    this.elbowedOut += 1
    return true
  }

  /** Somebody opens a tab. */
  opens(somebody: Somebody): void {
    somebody.opens(this.#opened)
  }

  readonly #opened = (page: Page): void => {
    this.#owners.set(page.doc.clientID, page.person.id)
  }

  get pages(): Page[] {
    return this.people.flatMap(({ page }) => page ?? [])
  }

  /** A server starts on the disk. */
  start(): void {
    const server = new ServerProcess(this.disk, this.clock, TEMPLATE, () => this.#nothingUnsavedOf(server))
    this.#server = server
  }

  /** The process dies at once. */
  crash(): void {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    server.crash()
    for (const { line } of this.pages) line?.lose()
    for (const line of this.lines) line.lose()
    this.lines.clear()
    this.#lookAtFailures(server)
  }

  /** Time passes, and everybody's tab does what it does by itself. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0 && this.fault === undefined; left -= 1_000) {
      await this.clock.pass(Math.min(left, 1_000))
      for (const page of this.pages) page.look()
      for (const somebody of this.people) somebody.startsAfresh(this.#opened)
    }
    await settled()
    if (this.#server) this.#lookAtFailures(this.#server)
  }

  /** A pad may leave memory only when all of it is stored: what this process took must be there when it reads the pad anew. */
  #nothingUnsavedOf(server: ServerProcess): void {
    for (const { takenBy, isDeleted, unit, character, by } of this.chronicle.all()) {
      if (takenBy === server && !isDeleted && !this.disk.characters.has(unit)) {
        this.broken(`The pad left memory while ${character} of ${by} was not stored`)
      }
    }
  }

  #lookAtFailures({ failures }: ServerProcess): void {
    const strange = failures.find((failure) => !failure.endsWith('The disk is full'))
    if (strange !== undefined) this.broken(`The server failed: ${strange}`)
  }
}
