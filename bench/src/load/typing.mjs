import { setTimeout as pause } from 'node:timers/promises'
import { cpuOf, residentOf } from './process-figures.mjs'
import { Samples } from './samples.mjs'

const WARM_UP_MS = 10_000
const LAST_WORDS_MS = 1_500

/**
 * Lets each writer type one mark at a time, and measures from the writers' fingers to the readers' sockets.
 * `groups` are pads: `{ writers, readers, marks }`.
 */
export async function measureTyping(server, groups, { charactersPerSecond, ms }) {
  const ages = new Samples()
  for (const { readers, marks } of groups) {
    for (const reader of readers) reader.onMessage = (bytes) => marks.eachIn(bytes, (age) => ages.add(age))
  }
  const stopTyping = startTyping(groups, charactersPerSecond)
  await pause(WARM_UP_MS)
  const readers = groups.flatMap((group) => group.readers)
  const from = performance.now()
  for (const { marks } of groups) marks.count(from, from + ms)
  const before = {
    cpu: cpuOf(server.pid),
    own: process.cpuUsage(),
    bytes: sum(readers, 'bytes'),
    frames: sum(readers, 'frames'),
  }
  await pause(ms)
  const took = performance.now() - from
  const cpu = cpuOf(server.pid) - before.cpu
  const own = process.cpuUsage(before.own)
  const bytes = sum(readers, 'bytes') - before.bytes
  const frames = sum(readers, 'frames') - before.frames
  await pause(LAST_WORDS_MS)
  stopTyping()

  const expected = groups.reduce((total, group) => total + group.marks.typed * group.readers.length, 0)
  return {
    cpuPerCharacter: cpu / expected,
    ...ages.percentiles(),
    serverBusy: cpu / 1000 / took,
    loadBusy: (own.user + own.system) / 1000 / took,
    bytesPerCharacter: bytes / expected,
    framesPerCharacter: frames / expected,
    missing: 1 - ages.count / expected,
    peakMb: residentOf(server.pid).peak / 1024,
  }
}

/** Each writer at its own moment, as people do. Ended by the function that it returns. */
function startTyping(groups, charactersPerSecond) {
  const period = 1000 / charactersPerSecond

  let stopped = false
  for (const { writers, marks } of groups) {
    for (const writer of writers) {
      const type = () => {
        if (stopped) return
        writer.type(marks.next())
        setTimeout(type, period * (0.5 + Math.random()))
      }
      setTimeout(type, Math.random() * period)
    }
  }
  return () => {
    stopped = true
  }
}

const sum = (readers, what) => readers.reduce((total, reader) => total + reader[what], 0)
