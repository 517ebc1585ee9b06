/**
 * How long changes gather after a commit: not at all in a quiet pad, some tens of milliseconds in a crowd, where each commit
 * is many writes. What comes after a pause goes at once, so the usual wait stays far below this.
 */
export function gatherMs(peers: number): number {
  return peers <= 20 ? 0 : Math.min(24, peers / 30)
}

/** How long a moved cursor may wait for text that it can travel with, which costs nothing. */
export function presenceMs(peers: number): number {
  return 10 + 2 * gatherMs(peers)
}
