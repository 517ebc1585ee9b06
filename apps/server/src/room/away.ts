import type { Clock } from '@forumpad/sync'
import type { Asides } from '../asides/asides.ts'

/** A tunnel or a sleeping phone is shorter. */
const AWAY_AFTER_MS = 60_000

export type Away = ReturnType<typeof createAway>

/** Who has left a pad for more than a minute: their last page is gone and none has come. `changed` is called when that may be news. */
export function createAway(
  clock: Clock,
  asides: Pick<Asides, 'isThere'>,
  changed: (pad: string, person: string) => void,
) {
  /** Whose last page has gone, and how to forget that. Ended by `stop`. */
  const leaving = new Map<string, () => void>()
  /** Who was last said to be away, by pad. */
  const said = new Map<string, ReadonlySet<string>>()
  const keyOf = (pad: string, person: string) => `${pad}\n${person}`
  let stopped = false

  return {
    came(pad: string, person: string): void {
      const key = keyOf(pad, person)
      leaving.get(key)?.()
      leaving.delete(key)
      if (said.get(pad)?.has(person)) changed(pad, person)
    },

    left(pad: string, person: string): void {
      if (stopped || asides.isThere(pad, person)) return
      const key = keyOf(pad, person)
      leaving.get(key)?.()
      const callOff = clock.after(AWAY_AFTER_MS, () => {
        leaving.delete(key)
        changed(pad, person)
      })
      leaving.set(key, callOff)
    },

    /** Those of these people who are away. Whoever has not come since this server started is. */
    among(pad: string, people: readonly string[]): string[] {
      const away = people.filter((person) => !leaving.has(keyOf(pad, person)) && !asides.isThere(pad, person))
      if (away.length > 0) said.set(pad, new Set(away))
      else said.delete(pad)
      return away
    },

    stop(): void {
      stopped = true
      for (const callOff of leaving.values()) callOff()
      leaving.clear()
    },
  }
}
