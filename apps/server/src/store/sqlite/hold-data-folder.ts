import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { StartFailure } from '../../start-failure.ts'

/** How long the server before this one may take to end. */
const WAIT_MS = 5_000

/**
 * Keeps a data folder for this process: two servers on one SQLite file would not hear of each other's text. The lock is the
 * operating system's, so whatever ends the process ends it too.
 */
export function holdDataFolder(dataDir: string, waitMs = WAIT_MS): { release(): void } {
  const lock = new BetterSqlite3(join(dataDir, 'in-use.lock'), { timeout: waitMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
    throw new StartFailure(
      `Another Forumpad is running with the data folder ${dataDir}; stop that one, or set DATA_DIR to another folder.`,
    )
  }
  return { release: () => lock.close() }
}
