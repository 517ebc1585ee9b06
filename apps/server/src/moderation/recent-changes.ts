import * as Y from 'yjs'
import type { LoggedChange } from './change-log.ts'

/** What one person did to one pad without a longer pause. Revisions after `from` up to `to`; times in milliseconds since 1970. */
export type Burst = {
  pad: string
  title: string
  person: string
  from: number
  to: number
  began: number
  ended: number
  came: number
  went: number
}

/** Whoever pauses for longer begins anew. */
const PAUSE_MS = 10 * 60_000

/** Changes, the newest first, as what people did in one go, the newest first. Others may write in between: each has their own. */
export function burstsOf(changes: readonly LoggedChange[]): Burst[] {
  const bursts: Burst[] = []
  const open = new Map<string, Burst>()
  for (const { pad, title, person, revision, at, bytes } of changes) {
    const key = JSON.stringify([pad, person])
    const letters = lettersIn(bytes)
    const last = open.get(key)
    if (last && last.began - at <= PAUSE_MS) {
      last.from = revision - 1
      last.began = at
      last.came += letters.came
      last.went += letters.went
      continue
    }
    const burst = { pad, title, person, from: revision - 1, to: revision, began: at, ended: at, ...letters }
    open.set(key, burst)
    bursts.push(burst)
  }
  return bursts
}

/** How many letters an update brings and how many things it takes away: nearly always letters. */
function lettersIn(update: Uint8Array): { came: number; went: number } {
  const { structs, ds } = Y.decodeUpdate(update)
  let came = 0
  for (const struct of structs)
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) came += struct.length
  let went = 0
  for (const ranges of ds.clients.values()) for (const { len } of ranges) went += len
  return { came, went }
}
