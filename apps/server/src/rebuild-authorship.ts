import { configOfProcess } from './config.ts'
import { rebuildAuthorships } from './pads/rebuild-authorships.ts'
import { StartFailure } from './start-failure.ts'
import { openDatabase } from './store/sqlite/open-database.ts'
import { createSqlitePadDirectory } from './store/sqlite/sqlite-pad-directory.ts'
import { createSqlitePadStore } from './store/sqlite/sqlite-pad-store.ts'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** `npm run rebuild-authorship`: who wrote what, made anew from the logs of all pads. May run beside the server. */
async function rebuild(): Promise<void> {
  const database = await openDatabase(configOfProcess().dataDir)
  try {
    const names = await createSqlitePadDirectory(database).names()
    const { same, made, different } = await rebuildAuthorships(createSqlitePadStore(database), names, say)
    say(`Pads whose authors are those of the log: ${same}. Made for the first time: ${made}. Put right: ${different}.`)
  } finally {
    await database.close()
  }
}

try {
  await rebuild()
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
