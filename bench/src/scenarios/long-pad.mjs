import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { Writer } from '../load/writer.mjs'

const EDITS_PER_UPDATE = 2_000

/**
 * A paper with its 260,000 edits, typed into each server through its own socket; the server is stopped properly and started
 * again, and the first reader asks for it.
 */
export const longPad = {
  name: 'long-pad-cold',
  servers: ['forumpad', 'y-leveldb', 'hocuspocus'],
  needs: 'TRACE',
  async run(server) {
    await server.makePads(['long'])
    const writer = new Writer(server, 'long')
    await writer.synced
    const line = writer.beginLine()
    const edits = editsOf(process.env.TRACE)
    for (let at = 0; at < edits.length; at += EDITS_PER_UPDATE) {
      writer.doc.transact(() => {
        for (const [place, removed, added] of edits.slice(at, at + EDITS_PER_UPDATE)) {
          if (removed > 0) line.delete(place, removed)
          if (added) line.insert(place, added)
        }
      })
      await pause(20)
    }
    // Longer than the two seconds after which Hocuspocus stores.
    await pause(4_000)
    await server.stop()
    await server.restart()
    const whole = writer.text()
    const before = performance.now()
    const newcomer = new Writer(server, 'long')
    while (newcomer.doc.store.clients.size === 0 && performance.now() - before < 30_000) await pause(1)
    const fullMs = newcomer.lastTextAt - newcomer.openedAt
    return { fullMs, isWhole: newcomer.text() === whole, stateKb: Y.encodeStateAsUpdate(newcomer.doc).length / 1000 }
  },
}

function editsOf(file) {
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString())
  return txns.flatMap(({ patches }) => patches)
}
