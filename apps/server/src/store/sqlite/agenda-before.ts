import type { Kysely } from 'kysely'
import type { AgendaBefore, AgendaWrites, OpenQuestion } from '../../agenda/agenda-store.ts'
import { knownSessionOf, type SessionRow } from './session-rows.ts'
import { templatesOf } from './sqlite-template-store.ts'
import type { Tables } from './tables.ts'

/** What an import keeps for its undoing. */
export type ImportImage = {
  /** The ids of what it added. */
  added: string[]
  /** The sessions that it touched, as they were. */
  sessions: SessionRow[]
  /** Whose the keys were that it gave to a session; null for nobody's. Not kept by a version before 0.2. */
  keys?: { key: string; session: string | null }[]
  questions?: OpenQuestion[]
}

/** The agenda as it is, for whoever decides about the next one. */
export async function agendaBefore(
  kysely: Kysely<Tables>,
  event: string,
  rows: readonly SessionRow[],
): Promise<AgendaBefore> {
  const aliases = await kysely.selectFrom('session_alias').selectAll().where('event', '=', event).execute()
  const keys = listsBy(aliases.map(({ session, external }) => [session, external]))
  const questions = await kysely.selectFrom('session_question').selectAll().where('event', '=', event).execute()
  const asked = listsBy(questions.map(({ session, incoming }) => [session, incoming]))
  const pads = await kysely.selectFrom('pad').select(['name', 'session', 'changed_at']).execute()
  const taken = new Set(pads.map(({ name }) => name.toLowerCase()))
  const edited = new Set(pads.flatMap(({ session, changed_at }) => (changed_at === null ? [] : [session])))
  const padOf = new Map(rows.map(({ id, pad }) => [id, pad]))
  return {
    known: rows.map((row) =>
      knownSessionOf(row, {
        keys: keys.get(row.id) ?? [],
        askedAbout: asked.get(row.id) ?? [],
        edited: edited.has(row.id),
      }),
    ),
    padOf: (id) => padOf.get(id) ?? '',
    isTaken: (name) => taken.has(name.toLowerCase()),
    templates: await templatesOf(kysely, event),
  }
}

export async function imageOf(
  kysely: Kysely<Tables>,
  event: string,
  rows: readonly SessionRow[],
  { added, kept, missing }: AgendaWrites,
): Promise<ImportImage> {
  const touched = new Set([...kept.map(({ id }) => id), ...missing])
  const aliases = await kysely.selectFrom('session_alias').selectAll().where('event', '=', event).execute()
  const owners = new Map(aliases.map(({ external, session }) => [external, session]))
  const keys = [...added, ...kept].flatMap(({ id, session: { key } }) => {
    const owner = owners.get(key) ?? null
    return owner === id ? [] : [{ key, session: owner }]
  })
  return {
    added: added.map(({ id }) => id),
    sessions: rows.filter(({ id }) => touched.has(id)),
    keys,
    questions: await openQuestions(kysely, event),
  }
}

async function openQuestions(kysely: Kysely<Tables>, event: string): Promise<OpenQuestion[]> {
  const rows = await kysely.selectFrom('session_question').selectAll().where('event', '=', event).execute()
  return [...listsBy(rows.map(({ incoming, session }) => [incoming, session]))].map(([incoming, sessions]) => ({
    incoming,
    sessions,
  }))
}

function listsBy(entries: readonly (readonly [string, string])[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const [key, value] of entries) {
    const list = lists.get(key)
    if (list) list.push(value)
    else lists.set(key, [value])
  }
  return lists
}
