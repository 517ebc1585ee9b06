import type { LogEntry } from '@forumpad/sync'
import { TestClock } from '@forumpad/sync/testing'
import { createHistory } from '../../history/history.ts'
import { Typist } from '../../history/testing/typist.ts'
import { byTheClock } from '../../noter.ts'
import { createSqliteStores } from '../../store/sqlite/sqlite-stores.ts'
import { temporaryDatabase } from '../../store/sqlite/temporary-database.ts'
import { createRedactions } from '../redactions.ts'

/** Pads in a database of their own, their past, and whoever takes words out of them, without live pads. */
export async function redactionDesk() {
  const { database, remove } = await temporaryDatabase()
  const stores = createSqliteStores(database)
  const clock = new TestClock()
  const failed = (error: unknown) => {
    throw error
  }
  const history = createHistory({ ...stores, clock, failed })
  const redactions = createRedactions({
    ...stores,
    seriesPads: async () => [],
    livePads: { renew: (_, work) => work() },
    readRevision: history.readRevision,
    versions: { list: async () => [], rewritten: async () => undefined },
    gone: (pad) => history.forget(pad),
    now: () => clock.now(),
  })

  /** Some who write in a new pad: each change is a revision at once. */
  async function padOf(name: string, people: readonly string[]): Promise<Typist[]> {
    await stores.pads.create({ name, title: name, session: null, template: null, createdAt: 0 })
    const append = (client: number) => async (entry: LogEntry, at: number) => {
      const clients = [{ client, owner: { person: entry.person, verified: true } }]
      await stores.store.append([{ pad: name, epoch: 1, onlyIfEmpty: false, entries: [entry], clients }], at)
    }
    const typists: Typist[] = []
    for (const [index, person] of people.entries())
      typists.push(new Typist(person, index + 1, append(index + 1), typists[0]))
    return typists
  }

  async function redact(name: string, wish: Parameters<typeof redactions.redact>[1]) {
    const revision = (await stores.store.load(name))?.head ?? 0
    const noterIn = async (pad: string) => byTheClock({ event: null, pad }, 0)
    const by = { person: 'mod', name: 'Mod', noterIn, mayRedact: async () => false }
    return redactions.redact({ name, revision }, wish, by)
  }

  return {
    ...{ database, stores, history, padOf, redact },
    async end() {
      await history.stop()
      await remove()
    },
  }
}
