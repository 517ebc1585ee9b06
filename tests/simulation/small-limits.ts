import { LIMITS } from '../../packages/sync/src/limits.ts'

/** The limits of the core, so small that a schedule of some dozen steps reaches them. */
const SMALL = {
  outboxBytes: 3_000,
  waitingMessages: 60,
  behindMs: 20_000,
  tailBytes: 2_000,
  tailFrames: 12,
  checkpointRevisions: 15,
}

export async function withSmallLimits<T>(work: () => Promise<T>): Promise<T> {
  const before = { ...LIMITS }
  Object.assign(LIMITS, SMALL)
  try {
    return await work()
  } finally {
    Object.assign(LIMITS, before)
  }
}
