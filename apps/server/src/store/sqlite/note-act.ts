import type { ActToNote } from '@forumpad/api'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './open-database.ts'
import type { Tables } from './tables.ts'

/** Notes an act, if there is one to note; in its transaction. */
export async function noteAct(kysely: Kysely<Tables>, entry: ActToNote | null | undefined): Promise<void> {
  if (entry) await kysely.insertInto('audit_entry').values(entry).execute()
}

/** Does something and notes it: both or neither. */
export function doAndNote<Done>(
  kysely: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Done>,
  noteOf: (done: Done) => ActToNote | null | undefined,
): Promise<Done> {
  return kysely.transaction().execute(async (transaction) => {
    const done = await work(transaction)
    await noteAct(transaction, noteOf(done))
    return done
  })
}

/** The same as `noteAct` for what runs in one go. */
export function actNoter(raw: Database['raw']): (entry: ActToNote | null | undefined) => void {
  const add = raw.prepare<[ActToNote]>(
    `INSERT INTO audit_entry (event, pad, at, act, person, name, role, about)
     VALUES (@event, @pad, @at, @act, @person, @name, @role, @about)`,
  )
  return (entry) => {
    if (entry) add.run(entry)
  }
}
