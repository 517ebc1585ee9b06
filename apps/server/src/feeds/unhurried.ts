import { setImmediate } from 'node:timers/promises'
import type { Pieces } from '@forumpad/agenda'

/** Whoever types gets a turn after so long. */
const STRETCH_MS = 8

/** The whole text, made in short stretches with everything else in between. */
export async function unhurried(pieces: Pieces): Promise<string> {
  const made: string[] = []
  let since = performance.now()
  for (const piece of pieces) {
    made.push(piece)
    if (performance.now() - since < STRETCH_MS) continue
    await setImmediate()
    since = performance.now()
  }
  return made.join('')
}
