import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { keptFeed, parseAgenda } from '@forumpad/agenda'
import type { Event, ImportDecision, ImportOrigin, ImportReport, Noter, TableReading } from '@forumpad/api'
import type { AgendaStore, ImportedFrom } from './agenda-store.ts'
import { decideImport, type ImportWish } from './decide-import.ts'
import type { FetchedAgenda } from './fetched-agenda.ts'
import { inSight, seriesWindow } from './series-window.ts'
import { fillAhead } from './templates/fill-ahead.ts'
import { beginningsIn } from './templates/session-templates.ts'

export type ImportParts = { store: AgendaStore; now(): number }

/** See `ImportWish`. */
export type ImportOptions = {
  dryRun?: boolean | undefined
  confirm?: boolean | undefined
  decisions?: readonly ImportDecision[] | undefined
  withoutTemplate?: readonly string[]
  /** Nobody is there to look: see `whatToLookAt`. */
  unattended?: boolean
  by?: ImportOrigin
  source?: string | null
  /** What somebody said about the columns of a table. */
  reading?: TableReading | null
  /** Notes who imports it. */
  note?: Noter
}

/**
 * Imports an agenda into an event, in one transaction, and makes a pad for each new session. The same agenda again changes
 * nothing and leaves no trace: its report has no number. Throws a ProblemError for what must not be applied.
 */
export async function importAgenda(
  parts: ImportParts,
  event: Event,
  fetched: FetchedAgenda,
  options: ImportOptions = {},
): Promise<ImportReport> {
  return (await tryImport(parts, event, fetched, options)).report
}

/** The same, which also tells why an unattended import was left to a person, and whether the agenda has series. */
export async function tryImport(
  { store, now }: ImportParts,
  event: Event,
  fetched: FetchedAgenda,
  options: ImportOptions,
): Promise<{ report: ImportReport; why: string[]; recurs: boolean }> {
  const {
    dryRun = false,
    confirm = false,
    decisions = [],
    withoutTemplate = [],
    by = 'organiser',
    source = null,
    reading = null,
    note,
  } = options
  const window = seriesWindow(now())
  const agenda = parseAgenda(fetched.text, event.timeZone, { window, ...reading })
  // Reading a long feed and comparing it take a while each: whoever types meanwhile gets a turn in between. Twice, since the
  // first comes before anything new is read from a socket.
  await setImmediate()
  await setImmediate()
  const beginnings = beginningsIn(event)
  const wish: ImportWish = {
    event,
    agenda: { ...agenda, problems: [...fetched.problems, ...agenda.problems] },
    dryRun,
    confirm,
    decisions,
    withoutTemplate: new Set(withoutTemplate),
    newId: randomUUID,
    unattended: options.unattended ?? false,
    now: now(),
    beginnings: dryRun ? beginnings : await fillAhead(beginnings, await store.templatesOf(event.slug), agenda.sessions),
  }
  const origin: ImportedFrom = {
    ...{ at: now(), by, source, reading, ...(!dryRun && { feed: keptFeed(fetched.text, agenda) }) },
    ...(note && { note: ({ report, importId }) => note('import-applied', inWords(importId, report)) }),
  }
  const { decided, importId } = await store.applyAgenda(event.slug, origin, (before) =>
    decideImport(wish, inSight(before, agenda, window)),
  )
  return { report: { ...decided.report, id: importId }, why: decided.why, recurs: (agenda.series ?? []).length > 0 }
}

function inWords(importId: number, { added, renamed, moved, cancelled, missing }: ImportReport): string {
  const told = Object.entries({ new: added, renamed, moved, cancelled, missing }).filter(([, count]) => count > 0)
  return [`Import ${importId}`, ...told.map(([kind, count]) => `${count} ${kind}`)].join(', ')
}
