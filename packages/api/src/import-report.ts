import { type Static, Type } from 'typebox'

/** What an import did, or would do. The counts are sessions; `problems` are sentences that name the place. */
export const ImportReport = Type.Object(
  {
    id: Type.Union([Type.Integer(), Type.Null()], {
      description: 'The import, to undo it; null if nothing was written: for a dry run, or because nothing changed',
    }),
    format: Type.String(),
    sessions: Type.Integer({ description: 'Sessions read from the feed' }),
    added: Type.Integer(),
    renamed: Type.Integer(),
    moved: Type.Integer({ description: 'Another time or room' }),
    changed: Type.Integer({ description: 'Another description, track, people or address' }),
    cancelled: Type.Integer(),
    missing: Type.Integer(),
    unclear: Type.Integer(),
    unchanged: Type.Integer(),
    problems: Type.Array(Type.String()),
  },
  { $id: 'ImportReport' },
)
export type ImportReport = Static<typeof ImportReport>

/** What to import: an address or the text itself. */
export const ImportRequest = Type.Object(
  {
    url: Type.Optional(Type.String({ maxLength: 2000 })),
    text: Type.Optional(Type.String()),
    dryRun: Type.Optional(Type.Boolean()),
    confirm: Type.Optional(Type.Boolean({ description: 'Apply although the feed is empty or has shrunk by half' })),
  },
  { $id: 'ImportRequest', additionalProperties: false },
)
export type ImportRequest = Static<typeof ImportRequest>
