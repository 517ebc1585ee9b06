/** What one client may cost the others. Bytes and milliseconds. */
export const LIMITS = {
  /** One update; a larger one closes the socket with 4413. */
  updateBytes: 4 * 1024 * 1024,
  /** Items of one update: mending 40,000 foreign ones takes some seconds, more would take minutes. */
  updatePieces: 40_000,
  /** What so many squares of `crowding` cost is as much as one item: 5,000 items at one place take some seconds. */
  crowdingPerPiece: 625,
  /** How deep types or values may be nested in an update. An editor's lists go three levels deeper with each indent. */
  nesting: 200,
  /** Client ids that nobody knows, of which one connection may bring words along: each costs every change of the pad some time. */
  strangers: 1000,
  /** Pieces of lost words that are put back one by one; more are put back together. */
  rescuedPieces: 200,
  /** One person's awareness state. */
  awarenessBytes: 4096,
  /** Messages kept for a socket whose pad is still loading. */
  waitingMessages: 2000,
  waitingBytes: 8 * 1024 * 1024,
  /** Queued for a socket that does not read; past it the queue ends and the peer is brought up to date when it reads again. */
  outboxBytes: 256 * 1024,
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
  /** Where nobody wrote for so long, a document that is no larger is kept as bytes alone. */
  quietMs: 30_000,
  quicklyDecodedBytes: 64 * 1024,
  /** Pads in one transaction. */
  padsPerCommit: 64,
  /** A store that fails longer than this is told to everybody. */
  failingMs: 500,
  retryMs: { first: 50, longest: 2_000 },
} as const
