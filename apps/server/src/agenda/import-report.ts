import type { Agenda, AgendaChanges, AgendaSession, KnownSession, SessionChange, SessionField } from '@forumpad/agenda'
import type { ImportCandidate, ImportChange, ImportReport, SessionFace } from '@forumpad/api'
import type { AgendaBefore } from './agenda-store.ts'
import { feedNotes } from './feed-notes.ts'

/** What an import does, in counts and one by one. */
export function importReport(
  agenda: Agenda,
  { changes, unclear, news }: AgendaChanges,
  before: AgendaBefore,
): ImportReport {
  const count = (is: (change: SessionChange) => boolean) => changes.filter(is).length
  const has = (kind: string) => (change: SessionChange) =>
    change.is === 'kept' && change.kinds.some((each) => each === kind)
  const known = new Map(before.known.map((one) => [one.id, one]))
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
    unclear: unclear.length,
    unchanged: count((change) => change.is === 'kept' && change.kinds.length === 0),
    problems: agenda.problems,
    notes: feedNotes(news, unclear.length),
    refusal: null,
    changes: [
      ...unclear.map(
        ({ session, candidates, reason }): ImportChange => ({
          ...NOTHING,
          kinds: ['unclear'],
          incoming: session.key,
          after: faceOf(session, []),
          candidates: candidates.map((one) => candidate(one, before)),
          reason: REASONS[reason],
        }),
      ),
      ...changes.flatMap((change) => reported(change, known, before) ?? []),
    ],
  }
}

/** Of a table that cannot be read until somebody says what its columns are. */
export function nothingRead({ problems, table }: Agenda): ImportReport {
  const counts = { sessions: 0, added: 0, renamed: 0, moved: 0, changed: 0, cancelled: 0, missing: 0, unclear: 0 }
  return {
    ...{ id: null, format: '', ...counts, unchanged: 0, problems: [], notes: [], changes: [] },
    refusal: { code: 'agenda-unreadable', detail: problems.join(' ') },
    ...(table && { table }),
  }
}

const REASONS = {
  'key reused': 'Its id and its title point at different sessions, and nothing else tells which of them this one is.',
  alike: 'It is like a session that is known, but not enough to be sure, or like several.',
} as const

const NOTHING = {
  fields: [],
  incoming: null,
  session: null,
  pad: null,
  edited: false,
  before: null,
  after: null,
  candidates: [],
  reason: null,
}

function reported(
  change: SessionChange,
  known: ReadonlyMap<string, KnownSession>,
  { padOf }: AgendaBefore,
): ImportChange | undefined {
  if (change.is === 'added') {
    return { ...NOTHING, kinds: ['added'], incoming: change.session.key, after: faceOf(change.session, []) }
  }
  const one = known.get(change.id)
  if (one === undefined) return undefined
  const its = { ...NOTHING, session: one.id, pad: padOf(one.id), edited: one.edited }
  if (change.is === 'missing') return { ...its, kinds: ['missing'], before: faceOf(one.last, []) }
  const { kinds, fields, session } = change
  if (kinds.length === 0) return undefined
  return {
    ...its,
    kinds: [...kinds],
    fields: [...fields],
    incoming: session.key,
    before: faceOf(one.last, fields),
    after: faceOf(session, fields),
  }
}

function candidate(one: KnownSession, { padOf }: AgendaBefore): ImportCandidate {
  return { session: one.id, pad: padOf(one.id), edited: one.edited, face: faceOf(one.last, []) }
}

function faceOf(
  { title, start, end, room, track, type, people, url, state, description }: AgendaSession | KnownSession['last'],
  fields: readonly SessionField[],
): SessionFace {
  const told = fields.includes('description') ? description : null
  return { title, start, end, room, track, ...(type && { type }), people: [...people], url, state, description: told }
}
