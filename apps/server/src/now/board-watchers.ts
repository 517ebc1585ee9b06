/** Who looks at the boards of events now, and wants to know of changes. */
export type BoardWatchers = {
  /** Calls `changed` at each change of an event's board, and `ended` when the server stops. Undefined if too many look already. */
  watch(event: string, watcher: Watcher): (() => void) | undefined
  changed(event: string): void
  stop(): void
}

export type Watcher = { changed(): void; ended(): void }

/** Boards of one server; those beyond look again every few seconds instead. */
const MOST = 2_000

export function createBoardWatchers(): BoardWatchers {
  const watchers = new Map<string, Set<Watcher>>()
  let count = 0
  let isStopped = false

  return {
    watch(event, watcher) {
      if (isStopped || count >= MOST) return undefined
      const ofEvent = watchers.get(event) ?? new Set()
      watchers.set(event, ofEvent.add(watcher))
      count += 1
      return () => {
        if (!ofEvent.delete(watcher)) return
        count -= 1
        if (ofEvent.size === 0 && watchers.get(event) === ofEvent) watchers.delete(event)
      }
    },
    changed(event) {
      for (const watcher of watchers.get(event) ?? []) watcher.changed()
    },
    stop() {
      isStopped = true
      for (const ofEvent of watchers.values()) for (const watcher of [...ofEvent]) watcher.ended()
    },
  }
}
