import { inBatches } from '../load/gathered.mjs'
import { Marks } from '../load/marks.mjs'
import { Reader } from '../load/reader.mjs'
import { measureTyping } from '../load/typing.mjs'
import { Writer } from '../load/writer.mjs'

const WRITERS = 10

/** One pad, ten writers at five characters a second with cursor moves, and a crowd that reads. */
export const crowd = (size) => ({
  name: `crowd-${size}`,
  servers: ['forumpad', 'y-websocket', 'y-leveldb', 'hocuspocus', 'relay'],
  async run(server, { quick }) {
    await server.makePads(['crowd'])
    const writers = await inBatches(WRITERS, 1, (i) => new Writer(server, 'crowd', { name: `Writer ${i}` }))
    for (const writer of writers) writer.beginLine()
    const readers = await inBatches(size, 50, () => new Reader(server, 'crowd'))
    const group = { writers, readers, marks: new Marks() }
    return measureTyping(server, [group], { charactersPerSecond: 5, ms: quick ? 5_000 : 10_000 })
  },
})
