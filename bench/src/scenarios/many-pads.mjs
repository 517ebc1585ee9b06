import { Marks } from '../load/marks.mjs'
import { Reader } from '../load/reader.mjs'
import { measureTyping } from '../load/typing.mjs'
import { Writer } from '../load/writer.mjs'

/** Many pads with four people each, of whom one types two characters a second with cursor moves. */
export const manyPads = {
  name: 'many-pads',
  servers: ['forumpad', 'y-websocket', 'y-leveldb', 'hocuspocus'],
  async run(server, { quick }) {
    const names = Array.from({ length: quick ? 200 : 500 }, (_, i) => `pad-${i}`)
    await server.makePads(names)
    const groups = []
    for (const name of names) {
      const writer = new Writer(server, name)
      await writer.synced
      writer.beginLine()
      const readers = [1, 2, 3].map(() => new Reader(server, name))
      await Promise.all(readers.map(({ synced }) => synced))
      groups.push({ writers: [writer], readers, marks: new Marks() })
    }
    return measureTyping(server, groups, { charactersPerSecond: 2, ms: quick ? 5_000 : 10_000 })
  },
}
