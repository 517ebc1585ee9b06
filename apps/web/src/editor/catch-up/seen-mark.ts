/** Up to which revision somebody has seen a pad on this device. Nothing of it leaves the device. */
export interface SeenMark {
  /** Null for somebody who has not been here, or not since the pad was begun anew. */
  read(): number | null
  write(revision: number): void
}

/** Where a browser keeps nothing, each visit is the first. */
export function seenMark({ pad, epoch, person }: { pad: string; epoch: number; person: string }): SeenMark {
  const key = `forumpad/seen/${person}/${pad}`
  return {
    read() {
      try {
        const [of, revision] = (localStorage.getItem(key) ?? '').split(' ').map(Number)
        return of === epoch && revision !== undefined && revision > 0 ? revision : null
      } catch {
        return null
      }
    },
    write(revision) {
      try {
        localStorage.setItem(key, `${epoch} ${revision}`)
      } catch {}
    },
  }
}
