import { authorshipOf, type PadStore, rebuildAuthorship } from '@forumpad/sync'

export type RebuildCounts = {
  /** Kept as the log has it. */
  same: number
  /** Never kept before. */
  made: number
  /** Kept otherwise than the log has it: put right. */
  different: number
}

/**
 * Makes anew, from nothing but the log, who wrote what in each pad, and keeps it where it was missing or different.
 *
 * @param say hears of each pad that was different
 */
export async function rebuildAuthorships(
  store: PadStore,
  names: readonly string[],
  say: (sentence: string) => void,
): Promise<RebuildCounts> {
  const counts: RebuildCounts = { same: 0, made: 0, different: 0 }
  for (const name of names) {
    const stored = await store.load(name)
    if (!stored || stored.head === 0) continue
    const { authorship, state } = await rebuildAuthorship(store, name, stored)
    const kept = stored.checkpoint?.authorship ? authorshipOf(stored) : undefined
    const outcome = kept === undefined ? 'made' : kept.equals(authorship) ? 'same' : 'different'
    counts[outcome] += 1
    if (outcome === 'different') say(`The authors of the pad "${name}" were not those of its log; they are now.`)
    if (outcome === 'same') continue
    await store.saveCheckpoint(name, {
      epoch: stored.epoch,
      revision: stored.head,
      state,
      authorship: authorship.encode(),
    })
  }
  return counts
}
