import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Kysely, Migrator, SqliteAdapter, SqliteDialect } from 'kysely'
import { StartFailure } from '../../start-failure.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The open database: `kysely` for everything, `raw` for what must run in one go (always inside a kysely connection). */
export type Database = {
  kysely: Kysely<Tables>
  raw: BetterSqlite3.Database
  close(): Promise<void>
}

/** Opens (or makes) the database in a data folder and brings its tables up to date. */
export async function openDatabase(dataDir: string): Promise<Database> {
  const raw = openFile(dataDir)
  try {
    const kysely = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database: raw }) })
    refuseNewer(raw)
    await migrate(kysely)
    leaveNoRemains(raw)
    // Whoever was killed right after a redaction had no time to empty the log of writes, which has the pages as they were.
    raw.pragma('wal_checkpoint(TRUNCATE)')
    return { kysely, raw, close: () => kysely.destroy() }
  } catch (error) {
    raw.close()
    throw error
  }
}

function openFile(dataDir: string): BetterSqlite3.Database {
  const path = join(dataDir, 'forumpad.sqlite')
  try {
    mkdirSync(dataDir, { recursive: true })
    const raw = new BetterSqlite3(path)
    raw.pragma('busy_timeout = 5000')
    raw.pragma('journal_mode = WAL')
    // Saved means on disk: with NORMAL a power cut may take the last commits away again.
    raw.pragma('synchronous = FULL')
    raw.pragma('foreign_keys = ON')
    // What was deleted or overwritten must not lie on in the file: words that were redacted are gone.
    raw.pragma('secure_delete = ON')
    // Fails here and now where the folder or the file can be read but not written.
    raw.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${formOf(raw) || WITHOUT_REMAINS}; COMMIT`)
    return raw
  } catch (error) {
    throw new StartFailure(whyNotOpened(dataDir, path, error))
  }
}

function whyNotOpened(dataDir: string, path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `${path} is not a database that Forumpad can read; move it away, or set DATA_DIR to another folder.`
  }
  if (code.startsWith('SQLITE_BUSY')) return `${path} is in use by another program; stop that one first.`
  return `The data folder ${dataDir} cannot be written (${code || String(error)}); set DATA_DIR to a folder that can, for example DATA_DIR=./data.`
}

/** Since which form of the file deleted content is overwritten. */
const WITHOUT_REMAINS = 2

const formOf = (raw: BetterSqlite3.Database): number => Number(raw.pragma('user_version', { simple: true }))

/** In files of an older form what was deleted lies on in free places. These go once, which takes as long as copying the file. */
function leaveNoRemains(raw: BetterSqlite3.Database): void {
  if (formOf(raw) >= WITHOUT_REMAINS) return
  raw.exec('VACUUM')
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.pragma(`user_version = ${WITHOUT_REMAINS}`)
}

/** Old code on new tables would lose what it does not know. */
function refuseNewer(raw: BetterSqlite3.Database): void {
  const migrated = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get()
  if (!migrated) return
  const applied = raw.prepare<[], { name: string }>('SELECT name FROM kysely_migration').all()
  if (applied.every(({ name }) => name in migrations)) return
  throw new StartFailure(
    `The database ${raw.name} was written by a newer version of Forumpad; start that version, or set DATA_DIR to another folder.`,
  )
}

async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** SQLite does change tables in transactions; kysely does not take it for granted. A crash half-way leaves nothing behind. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
