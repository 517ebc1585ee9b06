import { type Static, Type } from 'typebox'

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** How much an archive of an event holds. */
export const ArchiveCounts = Type.Object({
  sessions: Count,
  pads: Count,
  revisions: Count,
  chat: Count,
  comments: Count,
  images: Count,
  versions: Count,
  people: Count,
})
export type ArchiveCounts = Static<typeof ArchiveCounts>

/** What came with an archive. */
export const ImportedArchive = Type.Object(
  {
    event: Type.Object({ slug: Type.String(), title: Type.String(), timeZone: Type.String() }),
    counts: ArchiveCounts,
    contents: Type.String({
      description: 'SHA-256 of all that came: an archive of the event as it is here now has the same in its manifest',
    }),
  },
  { $id: 'ImportedArchive' },
)
export type ImportedArchive = Static<typeof ImportedArchive>
