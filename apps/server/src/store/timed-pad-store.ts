import type { Append, Appended, PadStore } from '@forumpad/sync'

/** The same store, and `metrics` hears of each commit. */
export function timedPadStore(
  store: PadStore,
  metrics: { committed(revisions: number, seconds: number): void; commitFailed(): void },
): PadStore {
  return {
    load: (pad) => store.load(pad),
    readLog: (pad, after, limit) => store.readLog(pad, after, limit),
    saveCheckpoint: (pad, checkpoint) => store.saveCheckpoint(pad, checkpoint),
    setFrozen: (pad, since, note) => store.setFrozen(pad, since, note),
    async append(pads, at) {
      const from = performance.now()
      try {
        const outcomes = await store.append(pads, at)
        metrics.committed(appendedRevisions(pads, outcomes), (performance.now() - from) / 1000)
        return outcomes
      } catch (error) {
        metrics.commitFailed()
        throw error
      }
    },
  }
}

function appendedRevisions(pads: readonly Append[], outcomes: readonly Appended[]): number {
  const appended = new Set(outcomes.filter(({ is }) => is === 'appended').map(({ pad }) => pad))
  return pads.reduce((count, { pad, entries }) => count + (appended.has(pad) ? entries.length : 0), 0)
}
