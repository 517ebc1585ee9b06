import { setTimeout as pause } from 'node:timers/promises'
import { fillPad } from '../load/filled-pad.mjs'
import { Reader } from '../load/reader.mjs'

/** Longer than the 30 s that Forumpad keeps a pad that nobody is in. */
const LET_GO_MS = 34_000

/** Pads of 5 kB that one person each has open and nobody writes in; and what is left when all have gone. */
export const idleMemory = {
  name: 'idle-memory',
  servers: ['forumpad', 'y-websocket', 'y-leveldb', 'hocuspocus'],
  async run(server, { quick }) {
    const count = quick ? 300 : 1_000
    const names = Array.from({ length: count + 50 }, (_, i) => `idle-${i}`)
    await server.makePads(names)
    // The first fifty warm the server up: code that is compiled and buffers that stay are no pad's.
    const readers = []
    for (const name of names.slice(0, 50)) readers.push(await openIdle(server, name))
    const base = await server.memory()
    for (const name of names.slice(50)) readers.push(await openIdle(server, name))
    const open = await server.memory()
    await Promise.all(readers.map((reader) => reader.leave()))
    await pause(LET_GO_MS)
    const after = await server.memory()
    return {
      kbPerPad: (used(open) - used(base)) / count / 1024,
      residentKbPerPad: (open.rss - base.rss) / count / 1024,
      leftKbPerPad: (used(after) - used(base)) / count / 1024,
    }
  },
}

async function openIdle(server, name) {
  const writer = await fillPad(server, name, 5_000)
  const reader = new Reader(server, name)
  await reader.synced
  await writer.leave()
  return reader
}

const used = ({ heapUsed, external }) => heapUsed + external
