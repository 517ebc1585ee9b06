/** Waits for all, a few hundred at a time, so that the load's own start is no storm. */
export async function inBatches(count, size, make) {
  const made = []
  while (made.length < count) {
    const batch = Array.from({ length: Math.min(size, count - made.length) }, (_, i) => make(made.length + i))
    await Promise.all(batch.map((each) => each.synced))
    made.push(...batch)
  }
  return made
}
