import * as Y from 'yjs'
import { fillPad } from '../load/filled-pad.mjs'
import { cpuOf } from '../load/process-figures.mjs'
import { Reader } from '../load/reader.mjs'
import { Samples } from '../load/samples.mjs'

const servers = ['forumpad', 'y-websocket', 'y-leveldb', 'hocuspocus']

/** So many open a pad of 50 kB in the same moment, with nothing in hand. */
export const joining = {
  name: 'joining-100',
  servers,
  run: (server) => arrive(server, 100, () => undefined),
}

/** So many come back in the same moment with all of the text. */
export const reconnecting = {
  name: 'reconnecting-500',
  servers,
  run: (server) => arrive(server, 500, (writer) => Y.encodeStateVector(writer.doc)),
}

async function arrive(server, count, stateVectorOf) {
  await server.makePads(['arriving'])
  const writer = await fillPad(server, 'arriving', 50_000)
  const stateVector = stateVectorOf(writer)
  const waits = new Samples()
  const [from, cpu] = [performance.now(), cpuOf(server.pid)]
  await Promise.all(
    Array.from({ length: count }, async () => {
      await new Reader(server, 'arriving', { stateVector }).synced
      waits.add(performance.now() - from)
    }),
  )
  return { allMs: performance.now() - from, ...waits.percentiles(), cpuMs: (cpuOf(server.pid) - cpu) / 1000 }
}
