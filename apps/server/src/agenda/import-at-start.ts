import { basename } from 'node:path'
import { parseAgenda } from '@forumpad/agenda'
import type { Event, ImportReport } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import { StartFailure } from '../start-failure.ts'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import type { AgendaStore } from './agenda-store.ts'
import type { FetchedAgenda } from './fetched-agenda.ts'
import { importAgenda } from './import-agenda.ts'
import { cut, slugOf } from './pad-names.ts'

export type StartImportParts = {
  store: AgendaStore
  now(): number
  /** Reads a file or an address. */
  read(source: string): Promise<FetchedAgenda>
}

/** What `--agenda` did: `says` are lines for the log; `report` is undefined if the agenda was left as it is. */
export type StartImport = { event: Event; report: ImportReport | undefined; says: string[] }

/**
 * Imports the agenda that was given on the command line. At the first start it makes the event: title and zone from the
 * feed. Later it is the same event again. Throws a StartFailure if there is nothing that could be shown; an agenda that was
 * imported before stays as it is when it cannot be had this time.
 */
export async function importAtStart(parts: StartImportParts, source: string): Promise<StartImport> {
  const before = await parts.store.eventFrom(source)
  try {
    const fetched = await parts.read(source)
    const { event, says } = before ? { event: before, says: [] } : await eventOf(parts, source, fetched)
    const report = await importAgenda(parts, event, fetched, { by: 'start', source })
    return { event, report, says: [...says, ...sentences(event, report)] }
  } catch (error) {
    if (!(error instanceof AgendaNotFetched || error instanceof ProblemError)) throw error
    if (before === undefined) throw new StartFailure(`--agenda ${source} was not imported: ${error.message}`)
    return {
      event: before,
      report: undefined,
      says: [`The agenda of "${before.title}" stays as it is: ${error.message}`],
    }
  }
}

/** The event of a feed that was not imported under this address before: one of the same name, or a new one. */
async function eventOf({ store, now }: StartImportParts, source: string, fetched: FetchedAgenda) {
  const { title, timeZone, sessions, problems } = parseAgenda(fetched.text, 'UTC')
  if (sessions.length === 0) throw new AgendaNotFetched(problems.slice(0, 3).join(' '))
  const name = title ?? fileName(source)
  const slug = eventSlug(name)
  const known = await store.findEvent(slug)
  if (known) return { event: known, says: [] }
  const event: Event = { slug, title: name, timeZone: timeZone ?? 'UTC' }
  await store.addEvent(event, source, now())
  const says = timeZone === null ? [`The agenda names no time zone; the times of "${name}" are shown in UTC.`] : []
  return { event, says }
}

function fileName(source: string): string {
  const path = /^[a-z]+:\/\//i.test(source) ? new URL(source).pathname : source
  return basename(path).replace(/\.\w+$/, '') || 'agenda'
}

function eventSlug(name: string): string {
  const plain = slugOf(name.normalize('NFKD')).replace(/[^a-z0-9-]+/g, '')
  return cut(plain.replace(/^-+/, ''), 60) || 'event'
}

function sentences(event: Event, report: ImportReport): string[] {
  const { sessions, added, renamed, moved, changed, cancelled, missing, unclear, unchanged, notes, problems } = report
  const counts = { added, renamed, moved, changed, cancelled, missing, unclear, unchanged }
  const told = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
  return [
    `"${event.title}" (/e/${event.slug}): ${sessions} sessions read: ${told.join(', ') || 'none'}.`,
    ...notes,
    ...problems,
  ]
}
