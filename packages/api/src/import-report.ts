import { type Static, Type } from 'typebox'
import { SessionState } from './event.ts'
import { TableFacts, TableReading } from './table-reading.ts'

const OrNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Instant = Type.String({ format: 'date-time' })

/** What an agenda says of a session, before an import or after it. It has no $id, since one schema holds it several times. */
export const SessionFace = Type.Object({
  title: Type.String(),
  start: OrNull(Instant),
  end: OrNull(Instant),
  room: OrNull(Type.String()),
  track: OrNull(Type.String()),
  type: Type.Optional(Type.String()),
  people: Type.Array(Type.String()),
  url: OrNull(Type.String()),
  state: SessionState,
  description: OrNull(Type.String({ description: 'Only where it is among the changed fields' })),
})
export type SessionFace = Static<typeof SessionFace>

const Kind = Type.Union([
  Type.Literal('added'),
  Type.Literal('renamed'),
  Type.Literal('moved'),
  Type.Literal('changed'),
  Type.Literal('cancelled'),
  Type.Literal('returned'),
  Type.Literal('missing'),
  Type.Literal('unclear'),
])

/** A known session that one of the feed might be. */
export const ImportCandidate = Type.Object(
  {
    session: Type.String({ description: 'Its id, for the decision' }),
    pad: Type.String(),
    edited: Type.Boolean({ description: 'People have written in its pad' }),
    face: SessionFace,
  },
  { $id: 'ImportCandidate' },
)
export type ImportCandidate = Static<typeof ImportCandidate>

/** What became of one session. One that is unclear stays as it is until somebody decides. */
export const ImportChange = Type.Object(
  {
    kinds: Type.Array(Kind, { description: 'At least one; a session can be renamed and moved at once' }),
    fields: Type.Array(Type.String(), { description: 'The facts that differ' }),
    incoming: OrNull(Type.String({ description: 'Its key in the feed, for a decision; null for a missing one' })),
    session: OrNull(Type.String({ description: 'The id of the known session; null for a new or unclear one' })),
    pad: OrNull(Type.String()),
    edited: Type.Boolean({ description: 'People have written in its pad' }),
    before: OrNull(SessionFace),
    after: OrNull(SessionFace),
    candidates: Type.Array(ImportCandidate, { description: 'Which known sessions an unclear one might be' }),
    reason: OrNull(Type.String({ description: 'Why it is unclear, in a sentence' })),
  },
  { $id: 'ImportChange' },
)
export type ImportChange = Static<typeof ImportChange>

const Counts = {
  format: Type.String(),
  sessions: Type.Integer({ description: 'Sessions read from the feed' }),
  added: Type.Integer(),
  renamed: Type.Integer(),
  moved: Type.Integer({ description: 'Another start or room; a room that only got another name is a change' }),
  changed: Type.Integer({ description: 'Another end, description, track, people or address; or one that came back' }),
  cancelled: Type.Integer(),
  missing: Type.Integer(),
  unclear: Type.Integer({ description: 'Sessions that somebody must decide about; until then they stay as they are' }),
  unchanged: Type.Integer(),
  problems: Type.Array(Type.String()),
  notes: Type.Array(Type.String(), {
    description: 'What is true of the feed as a whole: ids that all changed, times that all shifted, rooms renamed',
  }),
}

/** What an import did, or would do. The counts are sessions; `problems` are sentences that name the place. */
export const ImportReport = Type.Object(
  {
    id: OrNull(
      Type.Integer({
        description: 'The import, to undo it; null if nothing was written: for a dry run, or because nothing changed',
      }),
    ),
    ...Counts,
    refusal: OrNull(
      Type.Object(
        { code: Type.String(), detail: Type.String() },
        {
          description:
            'In a dry run: why it would be refused without "confirm", or cannot be read: then `table` has the columns to be explained',
        },
      ),
    ),
    changes: Type.Array(ImportChange, { description: 'Every session that does not stay as it is' }),
    table: Type.Optional(TableFacts),
  },
  { $id: 'ImportReport' },
)
export type ImportReport = Static<typeof ImportReport>

/** What a person says about one session of the feed. */
export const ImportDecision = Type.Object(
  {
    incoming: Type.String({ maxLength: 2000, description: 'Its key, as the dry run gives it' }),
    session: Type.String({ maxLength: 100, description: 'The id of the known session that it is, or "new"' }),
  },
  { $id: 'ImportDecision', additionalProperties: false },
)
export type ImportDecision = Static<typeof ImportDecision>

/** What to import: an address, the text itself, or an earlier feed that waits for a decision. */
export const ImportRequest = Type.Object(
  {
    url: Type.Optional(Type.String({ maxLength: 2000 })),
    text: Type.Optional(Type.String()),
    import: Type.Optional(Type.Integer({ description: 'The number of an import that waits' })),
    ...TableReading,
    dryRun: Type.Optional(Type.Boolean()),
    confirm: Type.Optional(Type.Boolean({ description: 'Apply although the feed is empty or has shrunk by half' })),
    decisions: Type.Optional(
      Type.Array(ImportDecision, { maxItems: 10_000, description: 'For unclear sessions, or to overrule any other' }),
    ),
  },
  { $id: 'ImportRequest', additionalProperties: false },
)
export type ImportRequest = Static<typeof ImportRequest>

/**
 * `waiting`: a refresh found something that nobody should apply unseen. It is `superseded` by the next import, or `dismissed`.
 */
export const ImportState = Type.Union([
  Type.Literal('applied'),
  Type.Literal('undone'),
  Type.Literal('waiting'),
  Type.Literal('superseded'),
  Type.Literal('dismissed'),
])
export type ImportState = Static<typeof ImportState>

export const ImportOrigin = Type.Union([Type.Literal('organiser'), Type.Literal('refresh'), Type.Literal('start')])
export type ImportOrigin = Static<typeof ImportOrigin>

/** An import in the history of an event. */
export const ImportRecord = Type.Object(
  {
    id: Type.Integer(),
    at: Instant,
    state: ImportState,
    by: ImportOrigin,
    source: OrNull(Type.String({ description: 'The address or file; null for a text that was handed in' })),
    why: OrNull(Type.String({ description: 'Why it waits, or waited' })),
    undoable: Type.Boolean({
      description: 'The last one that was applied, unless it came from an archive, which does not say what was before',
    }),
    ...Counts,
  },
  { $id: 'ImportRecord' },
)
export type ImportRecord = Static<typeof ImportRecord>
