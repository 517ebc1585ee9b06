import { setTimeout as pause } from 'node:timers/promises'
import { Reader } from './reader.mjs'
import { Writer } from './writer.mjs'

/** Has a writer put lines of text in a pad, and resolves with the writer when somebody else can read them all. */
export async function fillPad(server, pad, bytes) {
  const writer = new Writer(server, pad)
  await writer.synced
  const lines = Math.max(1, Math.round(bytes / 100))
  for (let i = 0; i < lines; i += 1) {
    writer.beginLine(`${i} `.padEnd(100, 'words of a session '))
    if (i % 50 === 49) await pause(5)
  }
  await untilThere(server, pad, bytes)
  return writer
}

async function untilThere(server, pad, bytes) {
  for (let tries = 0; tries < 200; tries += 1) {
    let length = 0
    const reader = new Reader(server, pad, { onText: (update) => (length += update.length) })
    await reader.synced
    await reader.leave()
    if (length >= bytes * 0.9) return
    await pause(50)
  }
  throw new Error(`The text of ${pad} did not arrive.`)
}
