import type { Transaction } from 'kysely'
import type { AgendaWrites, OpenQuestion } from '../../agenda/agenda-store.ts'
import { sessionColumns } from './session-rows.ts'
import type { Tables } from './tables.ts'
import { inParts, updatePads, updateSessions } from './update-sessions.ts'
import { writeSeries } from './write-series.ts'

/** Writes what an import decided. */
export async function writeAgenda(
  transaction: Transaction<Tables>,
  event: string,
  at: number,
  { added, kept, learned, missing, questions }: AgendaWrites,
): Promise<void> {
  await addSessions(transaction, event, at, added)
  const known = [...kept, ...learned]
  await updateSessions(
    transaction,
    known.map(({ id, session }) => ({ id, ...sessionColumns(session) })),
  )
  await updatePads(
    transaction,
    known.map(({ id, session: { title }, template }) => ({ session: id, title, template })),
  )
  for (const some of inParts(missing)) {
    await transaction.updateTable('session').set({ state: 'missing' }).where('id', 'in', some).execute()
  }
  const keys = [...added, ...kept].map(({ id, session }) => [session.key, id] as const)
  await addKeys(transaction, event, new Map(keys))
  await writeSeries(transaction, event, [...added, ...kept])
  await setQuestions(transaction, event, questions)
}

async function addSessions(
  transaction: Transaction<Tables>,
  event: string,
  at: number,
  added: AgendaWrites['added'],
): Promise<void> {
  for (const some of inParts(added)) {
    const pads = some.map(({ id, pad, session, template }) => ({
      name: pad,
      title: session.title,
      session: id,
      template,
      created_at: at,
    }))
    await transaction.insertInto('pad').values(pads).execute()
    const rows = some.map(({ id, pad, session }) => ({ id, event, pad, ...sessionColumns(session) }))
    await transaction.insertInto('session').values(rows).execute()
  }
}

/** A key that two sessions lay claim to belongs to the one that has it now. */
async function addKeys(transaction: Transaction<Tables>, event: string, keys: ReadonlyMap<string, string>) {
  for (const some of inParts([...keys])) {
    await transaction
      .insertInto('session_alias')
      .values(some.map(([key, id]) => ({ event, kind: 'key' as const, external: key, session: id })))
      .onConflict((conflict) =>
        conflict
          .columns(['event', 'kind', 'external'])
          .doUpdateSet(({ ref }) => ({ session: ref('excluded.session') })),
      )
      .execute()
  }
}

/** These are all the questions of the event from now on. */
export async function setQuestions(
  transaction: Transaction<Tables>,
  event: string,
  questions: readonly OpenQuestion[],
): Promise<void> {
  await transaction.deleteFrom('session_question').where('event', '=', event).execute()
  const rows = questions.flatMap(({ incoming, sessions }) => sessions.map((session) => ({ event, incoming, session })))
  for (const some of inParts(rows)) await transaction.insertInto('session_question').values(some).execute()
}
