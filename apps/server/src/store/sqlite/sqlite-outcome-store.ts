import type { Outcome, OutcomeKind } from '@forumpad/api'
import type { FoundOutcome } from '../../outcomes/find-outcomes.ts'
import type { OutcomeReader, OutcomeStore, Readable, ReadablePad } from '../../outcomes/outcome-store.ts'
import type { Database } from './open-database.ts'
import { PLACE_OF_PAD, RANK_IN_PAD, type RankParameters } from './rank-in-pad.ts'

type PadRow = Omit<ReadablePad, 'role' | 'isFrozen'> & { id: number; rank: number; frozen: number }

type OutcomeRow = Pick<Outcome, 'line' | 'name' | 'text' | 'due' | 'url'> & {
  pad: number
  kind: OutcomeKind
  people: string
  tags: string
  done: number | null
  box: number
}

export function createSqliteOutcomeStore({ kysely, raw }: Database): OutcomeStore {
  const statements = prepare(raw)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())
  /** Both in one transaction, so that they speak of the same moment. */
  const reading = (pads: () => PadRow[]): Promise<Readable> =>
    kysely.connection().execute(async () =>
      raw
        .transaction(() => {
          const readable = pads()
          const outcomes = readable.flatMap(({ id, name }) =>
            statements.ofPad.all(id).map((row) => ({ pad: name, ...foundIn(row) })),
          )
          return { pads: readable.map(padOf), outcomes }
        })
        .deferred(),
    )

  return {
    keep: (pad, found) =>
      inOneGo(() => {
        const row = statements.findPad.get(pad)
        if (!row) return
        statements.forget.run(row.id)
        for (const [place, each] of found.entries()) statements.add.run(rowOf(row.id, place, each))
      }),
    kept: (pad) => inOneGo(() => statements.ofPad.all(statements.findPad.get(pad)?.id ?? 0).map(foundIn)),
    ofEvent: (event, reader) => reading(() => statements.padsOfEvent.all({ ...askingAs(reader), event })),
    ofPad: (pad, reader) => reading(() => statements.onePad.all({ ...askingAs(reader), pad })),
  }
}

const askingAs = ({ isOrganiser, person, at }: OutcomeReader): RankParameters => ({
  organiser: isOrganiser ? 1 : 0,
  person: person ?? '',
  at,
})

function padOf({ id: _, rank, frozen, ...pad }: PadRow): ReadablePad {
  return { ...pad, role: rank > 0 ? 'editor' : 'reader', isFrozen: frozen === 1 }
}

function rowOf(pad: number, place: number, found: FoundOutcome): OutcomeRow & { place: number } {
  return {
    ...found,
    ...{ pad, place, people: JSON.stringify(found.people), tags: JSON.stringify(found.tags) },
    ...{ done: found.done === null ? null : Number(found.done), box: Number(found.box) },
  }
}

function foundIn({ pad: _, people, tags, done, box, ...row }: OutcomeRow): FoundOutcome {
  const lists = { people: JSON.parse(people), tags: JSON.parse(tags) }
  return { ...row, ...lists, done: done === null ? null : done === 1, box: box === 1 }
}

const PAD = `
  pad.id, pad.name, coalesce(session.title, pad.title) AS title, session.starts_at AS start, session.ends_at AS end,
  session.room, session.track, session_series.series, pad.frozen_at IS NOT NULL AS frozen, ${RANK_IN_PAD} AS rank
  FROM ${PLACE_OF_PAD} LEFT JOIN session_series ON session_series.session = session.id`

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    forget: raw.prepare<[number]>('DELETE FROM outcome WHERE pad = ?'),
    add: raw.prepare<[OutcomeRow & { place: number }]>(
      `INSERT INTO outcome (pad, place, kind, line, name, text, people, due, tags, url, done, box)
       VALUES (@pad, @place, @kind, @line, @name, @text, @people, @due, @tags, @url, @done, @box)`,
    ),
    ofPad: raw.prepare<[number], OutcomeRow>(
      `SELECT pad, kind, line, name, text, people, due, tags, url, done, box FROM outcome WHERE pad = ? ORDER BY place`,
    ),
    padsOfEvent: raw.prepare<[RankParameters & { event: string }], PadRow>(
      `SELECT ${PAD} WHERE session.event = @event AND ${RANK_IN_PAD} >= 0
       ORDER BY session.starts_at IS NULL, session.starts_at, session.room, session.title, session.id`,
    ),
    onePad: raw.prepare<[RankParameters & { pad: string }], PadRow>(
      `SELECT ${PAD} WHERE pad.name = @pad AND ${RANK_IN_PAD} >= 0`,
    ),
  }
}
