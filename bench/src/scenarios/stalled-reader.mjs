import { setTimeout as pause } from 'node:timers/promises'
import { Marks } from '../load/marks.mjs'
import { Reader } from '../load/reader.mjs'
import { Samples } from '../load/samples.mjs'
import { Writer } from '../load/writer.mjs'

const PIECE = 16_000

/** One reader stops reading while two writers paste and remove large pieces; others read on. */
export const stalledReader = {
  name: 'stalled-reader',
  servers: ['forumpad', 'y-websocket', 'hocuspocus'],
  async run(server, { quick }) {
    await server.makePads(['stalled'])
    const writers = [new Writer(server, 'stalled'), new Writer(server, 'stalled')]
    for (const writer of writers) await writer.synced
    const lines = writers.map((writer) => writer.beginLine('.'))
    const stalled = new Writer(server, 'stalled', { comesBack: true })
    const other = new Reader(server, 'stalled')
    await Promise.all([stalled.synced, other.synced])
    const [marks, ages] = [new Marks(), new Samples()]
    marks.count(0, Number.POSITIVE_INFINITY)
    other.onMessage = (bytes) => marks.eachIn(bytes, (age) => ages.add(age))

    stalled.stopReading()
    const bytes = (quick ? 20 : 100) * 1024 * 1024
    for (let sent = 0; sent < bytes; sent += PIECE * lines.length) {
      for (const line of lines) {
        line.delete(0, line.length)
        line.insert(0, marks.next() + 'x'.repeat(PIECE))
      }
      await pause(15)
    }
    await pause(1_000)
    const full = await server.memory()
    stalled.readAgain()
    const resumed = performance.now()
    const isRight = () => stalled.text() === writers[0].text()
    while (!isRight() && performance.now() - resumed < 20_000) await pause(20)
    const resumedMs = isRight() ? performance.now() - resumed : Number.POSITIVE_INFINITY
    await pause(1_000)
    const drained = await server.memory()
    return { queuedMb: (used(full) - used(drained)) / 1024 / 1024, ...ages.percentiles(), resumedMs }
  },
}

const used = ({ heapUsed, external }) => heapUsed + external
