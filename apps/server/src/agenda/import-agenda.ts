import { randomUUID } from 'node:crypto'
import { parseAgenda } from '@forumpad/agenda'
import type { Event, ImportReport } from '@forumpad/api'
import type { AgendaStore } from './agenda-store.ts'
import { decideImport } from './decide-import.ts'
import type { FetchedAgenda } from './fetched-agenda.ts'

export type ImportParts = { store: AgendaStore; now(): number }

/** See `ImportWish`. */
export type ImportOptions = { dryRun?: boolean; confirm?: boolean; withoutTemplate?: readonly string[] }

/**
 * Imports an agenda into an event, in one transaction, and makes a pad for each new session. The same agenda again changes
 * nothing and leaves no trace: its report has no number. Throws a ProblemError for what must not be applied.
 */
export async function importAgenda(
  { store, now }: ImportParts,
  event: Event,
  fetched: FetchedAgenda,
  { dryRun = false, confirm = false, withoutTemplate = [] }: ImportOptions = {},
): Promise<ImportReport> {
  const agenda = parseAgenda(fetched.text, event.timeZone)
  const wish = {
    event: event.slug,
    agenda: { ...agenda, problems: [...fetched.problems, ...agenda.problems] },
    dryRun,
    confirm,
    withoutTemplate: new Set(withoutTemplate),
    newId: randomUUID,
  }
  const { decided, importId } = await store.applyAgenda(event.slug, now(), (before) => decideImport(wish, before))
  return { ...decided.report, id: importId }
}
