import {
  ArchiveCounts,
  AuthorsShownState,
  HUES,
  ImportOrigin,
  ImportReport,
  LONGEST_AFFILIATION,
  LONGEST_TEMPLATE,
  LONGEST_TYPE,
  MOST_FREEZE_HOURS,
  PAD_NAME,
  PadAccess,
  PassageAnchor,
  Person,
  Session,
} from '@forumpad/api'
import { type Static, type TSchema, Type } from 'typebox'

/**
 * What is in the files of an archive, version 2. `README.txt` in each archive says it in words. Instants are milliseconds since 1970, apart
 * from those of sessions.
 */
export const ARCHIVE_FORMAT = { format: 'forumpad-archive', version: 2 } as const

const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Instant = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 })
const Id = Type.String({ minLength: 1, maxLength: 64 })
const Words = (most: number) => Type.String({ maxLength: most })
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$' })
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Checksums = Type.Object({ md: Sha256, txt: Sha256, json: Sha256 })
const Client = Type.Integer({ minimum: 0, maximum: 2 ** 32 })
const PadName = Type.String({ maxLength: 200, pattern: PAD_NAME })

/** Looser than that of a new event: a feed may have named it. */
const Event = Type.Object({
  slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
  title: Type.String({ minLength: 1, maxLength: 10_000 }),
  timeZone: Type.String({ minLength: 1, maxLength: 100 }),
})

const ListedFile = Type.Object({ path: Type.String({ minLength: 1, maxLength: 500 }), bytes: Count, sha256: Sha256 })

/**
 * `manifest.json`: what must be there. `contents` is the SHA-256 of the lines "SHA-256, two spaces, path, line feed" of the files that come
 * back when the archive is imported, in the order of `files`: two archives of the same notes have the same, whichever server made them.
 */
export const Manifest = Type.Object({
  format: Type.Literal(ARCHIVE_FORMAT.format),
  version: Type.Literal(ARCHIVE_FORMAT.version),
  madeAt: Type.String({ maxLength: 40 }),
  event: Event,
  counts: ArchiveCounts,
  contents: Sha256,
  files: Type.Array(ListedFile, { maxItems: 500_000 }),
})
export type Manifest = Static<typeof Manifest>

const ArchivedSession = Type.Object({ session: Type.Object(Session.properties), keys: Type.Array(Words(4_000)) })
/** A session with every key that it was ever imported under. */
export type ArchivedSession = Static<typeof ArchivedSession>

/** What pads of an event begin with, of one type of sessions or of all. */
const ArchivedTemplate = Type.Object({
  type: OrNull(Words(LONGEST_TYPE)),
  markdown: Words(LONGEST_TEMPLATE),
  changedAt: Instant,
})

/** `event.json`: the event, its sessions, and which of them an entry of the agenda might be. */
export const EventFile = Type.Object({
  event: Event,
  createdAt: Instant,
  access: OrNull(PadAccess),
  hoursAfterEnd: OrNull(Type.Integer({ minimum: 1, maximum: MOST_FREEZE_HOURS })),
  sessions: Type.Array(ArchivedSession, { maxItems: 100_000 }),
  questions: Type.Array(Type.Object({ incoming: Words(4_000), session: Id }), { maxItems: 100_000 }),
  // Archives of before have none.
  templates: Type.Optional(Type.Array(ArchivedTemplate, { maxItems: 1_000 })),
})
export type EventFile = Static<typeof EventFile>

const { changes, ...reportWithoutChanges } = ImportReport.properties

/** `agenda.json`: the last import of the agenda, with the feed as it came. Not from where: such an address may be a secret. */
export const AgendaFile = Type.Object({
  lastImport: OrNull(
    Type.Object({
      at: Instant,
      by: ImportOrigin,
      report: Type.Object({ ...reportWithoutChanges, changes }),
      feed: OrNull(
        Type.Object({
          format: Words(100),
          text: Type.String(),
          entries: Type.Array(Type.Tuple([Count, Type.String()])),
        }),
      ),
    }),
  ),
})
export type AgendaFile = Static<typeof AgendaFile>

/** `people.json`: whoever wrote or spoke, as they are called now. */
export const PeopleFile = Type.Array(Type.Object(Person.properties))

/** `server.json`: the numbers behind the short addresses of the pads, which another server gives again where they are free. */
export const ServerFile = Type.Object({
  numbers: Type.Array(Type.Tuple([PadName, Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })])),
})

const ArchivedImage = Type.Object({
  name: Type.String({ pattern: '^[0-9a-f]{64}\\.[a-z]{3,4}$' }),
  bytes: Count,
  width: Count,
  height: Count,
})

/** `pads/NAME/pad.json`: what is known of a pad apart from its text, and who each Yjs client id belongs to. */
export const PadFile = Type.Object({
  name: PadName,
  title: Words(2_000),
  createdAt: Instant,
  /** The last one; 0 if nobody has opened the pad. */
  revision: Count,
  epoch: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  template: OrNull(Type.String()),
  changedAt: OrNull(Instant),
  frozenAt: OrNull(Instant),
  thawedAt: OrNull(Instant),
  access: OrNull(PadAccess),
  readersComment: OrNull(Type.Boolean()),
  // Archives that were made before pads had it say nothing.
  authorsShown: Type.Optional(OrNull(AuthorsShownState.properties.authorsShown)),
  clients: Type.Array(
    Type.Object({
      client: Client,
      person: Id,
      verified: Type.Boolean(),
      hand: Type.Boolean({ description: 'The server writes under it what comes back of what the person wrote' }),
    }),
  ),
  images: Type.Array(ArchivedImage),
  /** Whose redacted words were, where the history no longer tells: as the program keeps it, in base64. */
  keptCredits: Type.Optional(Base64),
})
export type PadFile = Static<typeof PadFile>

/** What one said under the name and colour of then. */
const Said = {
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  change: Count,
  at: Instant,
  person: Id,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  hue: Type.Integer({ minimum: 0, maximum: HUES - 1 }),
  text: Words(4_000),
  key: Words(40),
  deletedBy: Type.Union([Type.Null(), Type.Literal('author'), Type.Literal('organiser'), Type.Literal('moderator')]),
}
const { person, name, hue, at } = Said

/** `pads/NAME/beside.json`: what was said, marked and made final beside the text. */
export const BesideFile = Type.Object({
  saved: Type.Array(Type.Object({ revision: Count, label: Words(1_000), person: Id, at: Instant })),
  chat: Type.Array(Type.Object(Said)),
  comments: Type.Array(
    Type.Object({
      ...Said,
      thread: Count,
      anchor: OrNull(PassageAnchor),
      quote: Type.String(),
      resolvedBy: OrNull(Words(200)),
    }),
  ),
  attendees: Type.Array(Type.Object({ person, name, hue, affiliation: Words(LONGEST_AFFILIATION), at })),
  versions: Type.Array(
    Type.Object({
      number: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      revision: Count,
      epoch: Count,
      at: Instant,
      by: OrNull(Words(200)),
      sha256: Checksums,
      /** What they were before a redaction. */
      before: Type.Optional(Type.Array(Type.Object({ redaction: Count, sha256: Checksums }))),
    }),
  ),
  redactions: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        revision: Count,
        at: Instant,
        person: OrNull(Id),
        name: OrNull(Words(200)),
        characters: Count,
        reason: Words(1_000),
      }),
    ),
  ),
})
export type BesideFile = Static<typeof BesideFile>

/** A line of `pads/NAME/history.jsonl`: when, whose, and what it changed, a Yjs update (version 1) in base64. */
export const HistoryLine = Type.Object({
  revision: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  at: Instant,
  person: Id,
  update: Base64,
})
