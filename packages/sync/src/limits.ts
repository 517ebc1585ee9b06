/** What one client may cost the others. Bytes and milliseconds. */
export const LIMITS = {
  /** One update; a larger one closes the socket with 4413. */
  updateBytes: 4 * 1024 * 1024,
  /** Items of one update: mending 40,000 foreign ones takes some seconds, more would take minutes. */
  updatePieces: 40_000,
  /** One person's awareness state. */
  awarenessBytes: 4096,
  /** Messages kept for a socket whose pad is still loading. */
  waitingMessages: 2000,
  waitingBytes: 8 * 1024 * 1024,
  /** Queued for a socket that does not read; past it the queue ends and the peer is brought up to date when it reads again. */
  outboxBytes: 1024 * 1024,
  /** How long a peer may stay behind before its socket is closed with 4508. */
  behindMs: 60_000,
  /** No clock of an honest client comes near this. */
  clock: 2 ** 31,
  /** Frames kept beside the cached state for those who join next. */
  tailBytes: 256 * 1024,
  tailFrames: 400,
  /** A checkpoint is due after so many revisions. */
  checkpointRevisions: 200,
  /** An empty pad stays in memory this long. */
  idleMs: 30_000,
  /** Pads in one transaction. */
  padsPerCommit: 64,
  /** A store that fails longer than this is told to everybody. */
  failingMs: 500,
  retryMs: { first: 50, longest: 2_000 },
} as const
