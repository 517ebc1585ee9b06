import type { BesideFile, PadFile } from '../../archive/archive-format.ts'
import type { ArchivedPad, VersionBytes } from '../../archive/archive-store.ts'
import type { CommentTable } from './comment-tables.ts'
import type { PadVersionTable } from './minutes-tables.ts'
import type { Database } from './open-database.ts'
import type { RedactedVersionTable, RedactionTable } from './redaction-tables.ts'
import type { ChatMessageTable } from './room-tables.ts'

type PadRow = Omit<PadFile, 'clients' | 'images' | 'readersComment' | 'revision' | 'keptCredits'> & {
  id: number
  readersComment: number | null
}

/** Reads a pad as of a revision, with everything but its log. Ids and orders are such that the same pad gives the same bytes. */
export function readArchivedPad(raw: Database['raw']): (name: string, revision: number) => ArchivedPad | undefined {
  const statements = prepare(raw)
  return (name, revision) => {
    const pad = statements.pad.get(name)
    if (!pad) return undefined
    const { id, readersComment, ...facts } = pad
    const kept = statements.credits.get(id)
    const redactions = statements.redactions.all(id)
    const redacted = statements.redactedVersions.all(id)
    const before = (number: number) => redacted.filter((row) => row.number === number)
    return {
      facts: {
        ...{ ...facts, revision, readersComment: readersComment === null ? null : readersComment === 1 },
        clients: statements.clients.all(id).map(({ client, person, verified }) => ({
          client,
          person,
          ...{ verified: (verified & 1) === 1, hand: (verified & 2) === 2 },
        })),
        images: statements.images.all(id),
        ...(kept && { keptCredits: Buffer.from(kept.bytes).toString('base64') }),
      },
      beside: {
        saved: statements.saved.all(id, revision),
        chat: statements.chat.all(id).map(({ deleted_by: deletedBy, ...said }) => ({ ...said, deletedBy })),
        comments: statements.comments.all(id).map(commentOf),
        attendees: statements.attendees.all(id),
        versions: statements.versions.all(id, revision).map((row) => versionOf(row, before(row.number))),
        // What was redacted since is in what is read here, and says so.
        ...(redactions.length > 0 && {
          redactions: redactions.map((each) => ({ ...each, revision: Math.min(each.revision, revision) })),
        }),
      },
    }
  }
}

/** Reads the files of a frozen version. */
export function readVersionFiles(raw: Database['raw']): (pad: string, number: number) => VersionBytes | undefined {
  const files = raw.prepare<[string, number], { type: keyof VersionBytes; bytes: Uint8Array }>(
    'SELECT type, bytes FROM pad_version_file WHERE pad = (SELECT id FROM pad WHERE name = ?) AND number = ?',
  )
  return (pad, number) => {
    const of = new Map(files.all(pad, number).map(({ type, bytes }) => [type, bytes]))
    const [md, txt, json] = [of.get('md'), of.get('txt'), of.get('json')]
    return md && txt && json && { md, txt, json }
  }
}

function commentOf({
  deleted_by,
  resolved_by,
  anchor,
  ...said
}: Omit<CommentTable, 'pad'>): BesideFile['comments'][number] {
  return {
    ...said,
    deletedBy: deleted_by,
    resolvedBy: resolved_by,
    anchor: anchor === null ? null : JSON.parse(anchor),
  }
}

function versionOf(
  row: Omit<PadVersionTable, 'pad'>,
  redacted: readonly RedactedRow[],
): BesideFile['versions'][number] {
  const { md_sha256: md, txt_sha256: txt, json_sha256: json, ...version } = row
  const before = redacted.map((each) => ({
    redaction: each.redaction,
    sha256: { md: each.md_sha256, txt: each.txt_sha256, json: each.json_sha256 },
  }))
  return { ...version, sha256: { md, txt, json }, ...(before.length > 0 && { before }) }
}

type RedactedRow = Omit<RedactedVersionTable, 'pad'>

function prepare(raw: Database['raw']) {
  return {
    pad: raw.prepare<[string], PadRow>(
      `SELECT p.id, p.name, p.title, p.created_at AS createdAt, p.epoch, p.template, p.changed_at AS changedAt,
              p.frozen_at AS frozenAt, p.authors_shown AS authorsShown, t.at AS thawedAt, a.access, c.readers AS readersComment
       FROM pad p LEFT JOIN pad_thaw t ON t.pad = p.id LEFT JOIN pad_access a ON a.pad = p.name
         LEFT JOIN comment_access c ON c.pad = p.id
       WHERE p.name = ?`,
    ),
    clients: raw.prepare<[number], { client: number; person: string; verified: number }>(
      'SELECT client, person, verified FROM pad_client WHERE pad = ? ORDER BY client',
    ),
    images: raw.prepare<[number], PadFile['images'][number]>(
      'SELECT name, bytes, width, height FROM pad_image WHERE pad = ? ORDER BY name',
    ),
    saved: raw.prepare<[number, number], BesideFile['saved'][number]>(
      'SELECT revision, label, person, at FROM saved_revision WHERE pad = ? AND revision <= ? ORDER BY revision',
    ),
    chat: raw.prepare<[number], Omit<ChatMessageTable, 'pad'>>(
      'SELECT id, change, at, person, name, hue, text, key, deleted_by FROM chat_message WHERE pad = ? ORDER BY id',
    ),
    comments: raw.prepare<[number], Omit<CommentTable, 'pad'>>(
      `SELECT id, change, thread, at, person, name, hue, text, key, deleted_by, anchor, quote, resolved_by
       FROM comment WHERE pad = ? ORDER BY id`,
    ),
    attendees: raw.prepare<[number], BesideFile['attendees'][number]>(
      'SELECT person, name, hue, affiliation, at FROM room_attendee WHERE pad = ? ORDER BY at, person',
    ),
    credits: raw.prepare<[number], { bytes: Uint8Array }>('SELECT bytes FROM kept_credit WHERE pad = ?'),
    redactions: raw.prepare<[number], Omit<RedactionTable, 'pad'>>(
      'SELECT id, revision, at, person, name, characters, reason FROM redaction WHERE pad = ? ORDER BY id',
    ),
    redactedVersions: raw.prepare<[number], RedactedRow>(
      `SELECT number, redaction, md_sha256, txt_sha256, json_sha256
       FROM redacted_version WHERE pad = ? ORDER BY number, redaction`,
    ),
    versions: raw.prepare<[number, number], Omit<PadVersionTable, 'pad'>>(
      `SELECT number, revision, epoch, at, "by", md_sha256, txt_sha256, json_sha256
       FROM pad_version WHERE pad = ? AND revision <= ? ORDER BY number`,
    ),
  }
}
