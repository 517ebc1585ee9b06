import { setTimeout as pause } from 'node:timers/promises'
import { Writer } from '../load/writer.mjs'

/** `kill -9` while somebody types: of what a second person had seen, how much is gone when the server is back. */
const kill = (name, charactersPerSecond, ms) => ({
  name,
  servers: ['forumpad', 'y-leveldb', 'hocuspocus'],
  async run(server, { quick }) {
    const rounds = quick ? 3 : 20
    const names = Array.from({ length: rounds }, (_, round) => `kill-${round}`)
    await server.makePads(names)
    let [seen, lost] = [0, 0]
    for (const pad of names) {
      const characters = await seenBeforeKill(server, pad, charactersPerSecond, ms * (0.8 + Math.random() * 0.4))
      await server.restart()
      const newcomer = new Writer(server, pad)
      await newcomer.synced
      // A server that reads its store only after it has answered gets the time for it.
      await pause(500)
      const kept = new Set(newcomer.text())
      await newcomer.leave()
      seen += characters.length
      lost += characters.filter((character) => !kept.has(character)).length
    }
    return { seen, lost }
  },
})

export const killWhileTyping = kill('kill-typing', 20, 3_500)
export const killInBurst = kill('kill-burst', 1_000, 350)

async function seenBeforeKill(server, pad, charactersPerSecond, ms) {
  const ada = new Writer(server, pad)
  const grace = new Writer(server, pad)
  await Promise.all([ada.synced, grace.synced])
  ada.beginLine()
  const began = performance.now()
  let typed = 0
  const typing = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * charactersPerSecond
    for (; typed < due; typed += 1) ada.type(String.fromCharCode(0x4e00 + typed))
  }, 2)
  await pause(ms)
  await server.kill()
  clearInterval(typing)
  await pause(50)
  // Both leave for good before the server is back, or they would bring it what it forgot.
  const seen = [...grace.text()].filter((character) => character >= '\u4e00')
  await Promise.all([ada.leave(), grace.leave()])
  return seen
}
