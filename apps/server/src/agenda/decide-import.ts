import {
  type Agenda,
  type AgendaChanges,
  type AgendaSession,
  compareAgendas,
  type SessionChange,
} from '@forumpad/agenda'
import type { Event, ImportDecision } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import type { AgendaBefore, AgendaDecision, AgendaWrites } from './agenda-store.ts'
import { checkDecisions } from './check-decisions.ts'
import { importReport, nothingRead } from './import-report.ts'
import { padNameFor } from './pad-names.ts'
import { refusalOf } from './refusal-of.ts'
import type { Beginnings } from './templates/session-templates.ts'
import { whatToLookAt } from './what-to-look-at.ts'

export type ImportWish = {
  event: Event
  agenda: Agenda
  /** Says what would happen, and writes nothing. */
  dryRun: boolean
  /** Applies an agenda although most of what was there is gone from it. */
  confirm: boolean
  /** What a person said about single sessions. */
  decisions: readonly ImportDecision[]
  /** Nobody is there to look: what a person should see is not applied. */
  unattended: boolean
  now: number
  /** Pads that begin empty, because somebody is about to write their notes. */
  withoutTemplate: ReadonlySet<string>
  newId(): string
  /** What pads begin with. */
  beginnings: Beginnings
}

/** `why` tells why an import without anybody to look at it was not applied. */
export type ImportDecided = AgendaDecision & { why: string[] }

/**
 * Decides what an import writes, from the agenda as it is and the one that came. Throws a ProblemError for an agenda that
 * cannot be read, for decisions that name what is not there, and for an agenda that is empty or has lost more than half of
 * the sessions without `confirm`.
 */
export function decideImport(wish: ImportWish, before: AgendaBefore): ImportDecided {
  const { agenda, dryRun, confirm, decisions } = wish
  if (!agenda.readable && dryRun && agenda.table) return { report: nothingRead(agenda), writes: undefined, why: [] }
  if (!agenda.readable) throw new ProblemError(422, 'agenda-unreadable', agenda.problems.join(' '))
  checkDecisions(decisions, agenda, before)
  const compared = compareAgendas(before.known, agenda.sessions, decisions)
  const report = importReport(agenda, compared, before)
  const refusal = confirm ? undefined : refusalOf(agenda, before, report)
  const table = agenda.table && { table: agenda.table }
  if (dryRun) return { report: { ...report, ...table, refusal: refusal ?? null }, writes: undefined, why: [] }
  const why = wish.unattended ? whatToLookAt(compared, before, wish.now, refusal?.detail) : []
  if (why.length > 0) return { report, writes: undefined, why }
  if (refusal) throw new ProblemError(422, refusal.code, refusal.detail)
  return { report, writes: writesOf(wish, before, compared), why: [] }
}

function writesOf(
  { event, withoutTemplate, newId, beginnings }: ImportWish,
  before: AgendaBefore,
  { changes, unclear }: AgendaChanges,
): AgendaWrites {
  const begin = beginnings(before.templates)
  const keys = new Map(before.known.map(({ id, keys }) => [id, new Set(keys)]))
  const isNew = ({ id, session, kinds }: Extract<SessionChange, { is: 'kept' }>) =>
    kinds.length > 0 || !keys.get(id)?.has(session.key)
  const chosen = new Set<string>()
  const isTaken = (name: string) => chosen.has(name.toLowerCase()) || before.isTaken(name)
  const choose = (session: AgendaSession) => {
    const name = padNameFor(session, event.slug, isTaken)
    chosen.add(name.toLowerCase())
    return name
  }
  return {
    added: changes.flatMap((change: SessionChange) => {
      if (change.is !== 'added') return []
      const { session } = change
      const pad = choose(session)
      return { id: newId(), session, pad, template: withoutTemplate.has(pad) ? null : begin(session) }
    }),
    kept: changes.flatMap((change) => {
      if (change.is !== 'kept' || !isNew(change)) return []
      const { id, session } = change
      return { id, session, template: begin(session) }
    }),
    learned: changes.flatMap((change) => {
      if (change.is !== 'kept' || !change.learned || isNew(change)) return []
      return [{ id: change.id, session: change.session, template: begin(change.session) }]
    }),
    missing: changes.flatMap((change) => (change.is === 'missing' ? change.id : [])),
    questions: unclear.map(({ session, candidates }) => ({
      incoming: session.key,
      sessions: candidates.map(({ id }) => id),
    })),
  }
}
