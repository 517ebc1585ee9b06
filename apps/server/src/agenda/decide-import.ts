import { type Agenda, type AgendaSession, compareAgendas, type SessionChange } from '@forumpad/agenda'
import type { ImportReport } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import type { AgendaBefore, AgendaDecision, AgendaWrites } from './agenda-store.ts'
import { padNameFor } from './pad-names.ts'
import { sessionTemplate } from './session-template.ts'

export type ImportWish = {
  event: string
  agenda: Agenda
  /** Says what would happen, and writes nothing. */
  dryRun: boolean
  /** Applies an agenda although most of what was there is gone from it. */
  confirm: boolean
  /** Pads that begin empty, because somebody is about to write their notes. */
  withoutTemplate: ReadonlySet<string>
  newId(): string
}

/**
 * Decides what an import writes, from the agenda as it is and the one that came. Throws a ProblemError for an agenda that
 * cannot be read, is empty, or has lost more than half of the sessions without `confirm`.
 */
export function decideImport(wish: ImportWish, before: AgendaBefore): AgendaDecision {
  const { agenda, dryRun } = wish
  if (!agenda.readable) throw new ProblemError(422, 'agenda-unreadable', agenda.problems.join(' '))
  const { changes, unclear } = compareAgendas(before.known, agenda.sessions)
  const report = reportOf(agenda, changes, unclear)
  if (dryRun) return { report, writes: undefined }
  refuseLosses(wish, before, report)
  return { report, writes: writesOf(wish, before, changes) }
}

function refuseLosses({ agenda, confirm }: ImportWish, { known }: AgendaBefore, report: ImportReport): void {
  if (confirm) return
  if (agenda.sessions.length === 0) {
    const why = agenda.problems.slice(0, 3).join(' ')
    throw new ProblemError(422, 'agenda-empty', `No session could be read, so nothing was changed. ${why}`.trim())
  }
  const active = known.filter(({ last }) => last.state !== 'missing').length
  if (report.missing * 2 > active) {
    throw new ProblemError(
      422,
      'agenda-shrunken',
      `${report.missing} of ${active} sessions are not in this agenda any more, so nothing was changed. If that is right, import it again with "confirm": true.`,
    )
  }
}

function reportOf(agenda: Agenda, changes: readonly SessionChange[], unclear: number): ImportReport {
  const count = (is: (change: SessionChange) => boolean) => changes.filter(is).length
  const has = (kind: string) => (change: SessionChange) =>
    change.is === 'kept' && change.kinds.some((each) => each === kind)
  return {
    id: null,
    format: agenda.format,
    sessions: agenda.sessions.length,
    added: count(({ is }) => is === 'added'),
    renamed: count(has('renamed')),
    moved: count(has('moved')),
    // One that came back counts as changed: the report has no word of its own for it.
    changed: count((change) => has('changed')(change) || has('returned')(change)),
    cancelled: count(has('cancelled')),
    missing: count(({ is }) => is === 'missing'),
    unclear,
    unchanged: count((change) => change.is === 'kept' && change.kinds.length === 0),
    problems: agenda.problems,
  }
}

function writesOf(
  { event, withoutTemplate, newId }: ImportWish,
  before: AgendaBefore,
  changes: readonly SessionChange[],
): AgendaWrites {
  const keys = new Map(before.known.map(({ id, keys }) => [id, new Set(keys)]))
  const chosen = new Set<string>()
  const isTaken = (name: string) => chosen.has(name.toLowerCase()) || before.isTaken(name)
  const choose = (session: AgendaSession) => {
    const name = padNameFor(session, event, isTaken)
    chosen.add(name.toLowerCase())
    return name
  }
  return {
    added: changes.flatMap((change) => {
      if (change.is !== 'added') return []
      const { session } = change
      const pad = choose(session)
      return { id: newId(), session, pad, template: withoutTemplate.has(pad) ? null : sessionTemplate(session) }
    }),
    kept: changes.flatMap((change) => {
      if (change.is !== 'kept') return []
      const { id, session } = change
      const isNew = change.kinds.length > 0 || !keys.get(id)?.has(session.key)
      return isNew ? { id, session, template: sessionTemplate(session) } : []
    }),
    missing: changes.flatMap((change) => (change.is === 'missing' ? change.id : [])),
  }
}
