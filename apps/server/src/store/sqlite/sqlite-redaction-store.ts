import { createHash } from 'node:crypto'
import type {
  KeptRedaction,
  NewFiles,
  RedactionStore,
  RedactionToKeep,
  WordsBeside,
} from '../../redaction/redaction-store.ts'
import { actNoter } from './note-act.ts'
import type { Database } from './open-database.ts'
import type { RedactionTable } from './redaction-tables.ts'

type PadRow = { id: number; head: number; epoch: number; template: string | null; versions: number }

/** Overwrites words in SQLite. Deleted content is overwritten with zeros (`open-database.ts`), and the log of writes is emptied at once. */
export function createSqliteRedactionStore({ kysely, raw }: Database): RedactionStore {
  const statements = prepare(raw)
  const noteAct = actNoter(raw)

  function redact(name: string, what: RedactionToKeep): Awaited<ReturnType<RedactionStore['redact']>> {
    const { plan, versions } = what
    const pad = statements.findPad.get(name)
    if (!pad) return 'no such pad'
    if (pad.epoch !== plan.epoch || pad.head !== plan.head || pad.versions !== versions.count)
      return 'changed meanwhile'
    for (const { revision, bytes } of plan.rows) statements.setUpdate.run(bytes, pad.id, revision)
    const { revision, state, authorship } = plan.checkpoint
    statements.dropCheckpoint.run(pad.id)
    statements.addCheckpoint.run(pad.id, revision, state, authorship ?? null)
    statements.dropCredits.run(pad.id)
    if (plan.keptCredits) statements.addCredits.run(pad.id, plan.keptCredits)
    statements.dropKeyframes.run(pad.id)
    statements.dropSearched.run(pad.id)
    statements.dropOutcomes.run(pad.id)
    redactQuotes(pad.id, what)
    const beside = redactBeside(pad.id, what)
    const template = pad.template === null ? null : what.redacted(pad.template)
    statements.setPad.run(pad.epoch + 1, template, pad.id)
    const kept = note(pad, what)
    for (const version of versions.changed) replace(pad.id, version, kept.id)
    // They are of the same text as ever.
    statements.renewVersions.run(pad.epoch + 1, pad.id, pad.epoch)
    noteAct(what.note(kept))
    return { ...kept, beside }
  }

  function redactQuotes(pad: number, { redactedQuote }: RedactionToKeep): void {
    for (const { id, quote, anchor } of statements.quotes.all(pad)) {
      const redacted = redactedQuote(quote, anchor === null ? null : JSON.parse(anchor))
      if (redacted !== quote) statements.setQuote.run(redacted, pad, pad, id)
    }
  }

  /** What people said beside the text is shown, and searched, as it is from now on. */
  function redactBeside(pad: number, { redacted }: Pick<RedactionToKeep, 'redacted'>): WordsBeside {
    const [chat, comments] = [statements.said, statements.commented].map((all) => changedTexts(all, pad, redacted))
    for (const { id, text } of chat ?? []) {
      statements.setSaid.run(text, pad, pad, id)
      statements.dropSearchedAside.run(pad, 'chat', id)
    }
    for (const { id, text } of comments ?? []) {
      statements.setComment.run(text, pad, pad, id)
      statements.dropSearchedAside.run(pad, 'comment', id)
    }
    return { chat: chat?.length ?? 0, comments: comments?.length ?? 0 }
  }

  function note({ id: pad, head }: PadRow, { said }: RedactionToKeep): KeptRedaction {
    const { at, person, name, characters, reason } = said
    const { id } = statements.nextId.get(pad) ?? { id: 1 }
    statements.add.run(pad, id, head, at, person, name, characters, reason)
    return { id, revision: head, ...said }
  }

  function replace(pad: number, { number, files }: NewFiles, redaction: number): void {
    statements.keepChecksums.run(redaction, pad, number)
    statements.setChecksums.run(sha256(files.md), sha256(files.txt), sha256(files.json), pad, number)
    for (const type of ['md', 'txt', 'json'] as const) statements.setFile.run(files[type], pad, number, type)
  }

  return {
    redact: (pad, what) =>
      kysely.connection().execute(async () => {
        const kept = raw.transaction(() => redact(pad, what)).immediate()
        // The pages as they were are in the log of writes until it is emptied.
        if (typeof kept === 'object') raw.pragma('wal_checkpoint(TRUNCATE)')
        return kept
      }),
    beside: (name, redacted) =>
      kysely.connection().execute(async () => {
        const id = statements.findPad.get(name)?.id
        const count = (all: Asides) => (id === undefined ? 0 : changedTexts(all, id, redacted).length)
        return { chat: count(statements.said), comments: count(statements.commented) }
      }),
    redactions: (pad) => kysely.connection().execute(async () => statements.list.all(pad)),
  }
}

type Asides = ReturnType<typeof prepare>['said']

function changedTexts(all: Asides, pad: number, redacted: (text: string) => string): { id: number; text: string }[] {
  return all.all(pad).flatMap(({ id, text }) => {
    const now = redacted(text)
    return now === text ? [] : [{ id, text: now }]
  })
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], PadRow>(
      `SELECT id, head, epoch, template, (SELECT count(*) FROM pad_version v WHERE v.pad = pad.id) AS versions
       FROM pad WHERE name = ?`,
    ),
    setUpdate: raw.prepare<[Uint8Array, number, number]>(
      'UPDATE pad_update SET bytes = ? WHERE pad = ? AND revision = ?',
    ),
    dropCheckpoint: raw.prepare<[number]>('DELETE FROM pad_checkpoint WHERE pad = ?'),
    addCheckpoint: raw.prepare<[number, number, Uint8Array, Uint8Array | null]>(
      'INSERT INTO pad_checkpoint (pad, revision, state, authorship) VALUES (?, ?, ?, ?)',
    ),
    dropCredits: raw.prepare<[number]>('DELETE FROM kept_credit WHERE pad = ?'),
    addCredits: raw.prepare<[number, Uint8Array]>('INSERT INTO kept_credit (pad, bytes) VALUES (?, ?)'),
    dropKeyframes: raw.prepare<[number]>('DELETE FROM pad_keyframe WHERE pad = ?'),
    dropSearched: raw.prepare<[number]>("DELETE FROM search_part WHERE pad = ? AND part IN ('notes', 'marked')"),
    dropOutcomes: raw.prepare<[number]>('DELETE FROM outcome WHERE pad = ?'),
    quotes: raw.prepare<[number], { id: number; quote: string; anchor: string | null }>(
      "SELECT id, quote, anchor FROM comment WHERE pad = ? AND quote <> '' ORDER BY id",
    ),
    setQuote: raw.prepare<[string, number, number, number]>(
      `UPDATE comment SET quote = ?, change = (SELECT max(change) + 1 FROM comment WHERE pad = ?)
       WHERE pad = ? AND id = ?`,
    ),
    said: raw.prepare<[number], { id: number; text: string }>(
      "SELECT id, text FROM chat_message WHERE pad = ? AND text <> '' ORDER BY id",
    ),
    commented: raw.prepare<[number], { id: number; text: string }>(
      "SELECT id, text FROM comment WHERE pad = ? AND text <> '' ORDER BY id",
    ),
    setSaid: raw.prepare<[string, number, number, number]>(
      `UPDATE chat_message SET text = ?, change = (SELECT max(change) + 1 FROM chat_message WHERE pad = ?)
       WHERE pad = ? AND id = ?`,
    ),
    setComment: raw.prepare<[string, number, number, number]>(
      `UPDATE comment SET text = ?, change = (SELECT max(change) + 1 FROM comment WHERE pad = ?)
       WHERE pad = ? AND id = ?`,
    ),
    dropSearchedAside: raw.prepare<[number, string, number]>(
      'DELETE FROM search_part WHERE pad = ? AND part = ? AND ref = ?',
    ),
    setPad: raw.prepare<[number, string | null, number]>('UPDATE pad SET epoch = ?, template = ? WHERE id = ?'),
    nextId: raw.prepare<[number], { id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM redaction WHERE pad = ?'),
    add: raw.prepare<[number, number, number, number, string | null, string | null, number, string]>(
      `INSERT INTO redaction (pad, id, revision, at, person, name, characters, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    keepChecksums: raw.prepare<[number, number, number]>(
      `INSERT INTO redacted_version (pad, number, redaction, md_sha256, txt_sha256, json_sha256)
       SELECT pad, number, ?, md_sha256, txt_sha256, json_sha256 FROM pad_version WHERE pad = ? AND number = ?`,
    ),
    setChecksums: raw.prepare<[string, string, string, number, number]>(
      'UPDATE pad_version SET md_sha256 = ?, txt_sha256 = ?, json_sha256 = ? WHERE pad = ? AND number = ?',
    ),
    setFile: raw.prepare<[Uint8Array, number, number, string]>(
      'UPDATE pad_version_file SET bytes = ? WHERE pad = ? AND number = ? AND type = ?',
    ),
    renewVersions: raw.prepare<[number, number, number]>(
      'UPDATE pad_version SET epoch = ? WHERE pad = ? AND epoch = ?',
    ),
    list: raw.prepare<[string], Omit<RedactionTable, 'pad'>>(
      `SELECT r.id, r.revision, r.at, r.person, r.name, r.characters, r.reason
       FROM redaction r JOIN pad ON pad.id = r.pad WHERE pad.name = ? ORDER BY r.id DESC`,
    ),
  }
}
