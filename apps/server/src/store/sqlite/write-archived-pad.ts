import type { PadToBe } from '../../archive/archive-store.ts'
import { VERSION_FILES } from '../../archive/archive-store.ts'
import type { Database } from './open-database.ts'

/** Where a pad belongs: its session, and the number that it had, behind its short address. */
export type PadsPlace = { session: string | null; number: number | undefined }

/** A number above this is not given again: those of new pads follow it, and not all of them have a short address. */
const HIGHEST_NUMBER = 1_000_000

/** Writes a pad with its whole log, inside a transaction that the caller ends. */
export function writeArchivedPad(raw: Database['raw']): (pad: PadToBe, place: PadsPlace) => Promise<void> {
  const statements = prepare(raw)

  function numberFor({ number }: PadsPlace): number | null {
    return number === undefined || number > HIGHEST_NUMBER || statements.isTaken.get(number) ? null : number
  }

  return async ({ facts, beside, log, checkpoint, versions }, place) => {
    const { name, title, createdAt, epoch, template, changedAt, frozenAt, authorsShown = null } = facts
    const { lastInsertRowid } = statements.addPad.run(
      ...[numberFor(place), name, title, createdAt, epoch, place.session, template, changedAt, frozenAt, authorsShown],
    )
    const id = Number(lastInsertRowid)
    let head = 0
    for await (const rows of log) {
      for (const { revision, at, person, bytes } of rows) statements.addUpdate.run(id, revision, at, person, bytes)
      head = rows.at(-1)?.revision ?? head
    }
    statements.setHead.run(head, id)
    for (const { client, person, verified, hand } of facts.clients)
      statements.addClient.run(id, client, person, (verified ? 1 : 0) + (hand ? 2 : 0))
    if (checkpoint)
      statements.addCheckpoint.run(id, checkpoint.revision, checkpoint.state, checkpoint.authorship ?? null)
    if (facts.thawedAt !== null) statements.addThaw.run(id, facts.thawedAt)
    if (facts.access !== null) statements.addAccess.run(name, facts.access)
    if (facts.readersComment !== null) statements.addCommentAccess.run(id, facts.readersComment ? 1 : 0)
    for (const image of facts.images) statements.addImage.run(id, image.name, image.bytes, image.width, image.height)
    writeBeside(id, beside)
    if (facts.keptCredits !== undefined) statements.addCredits.run(id, Buffer.from(facts.keptCredits, 'base64'))
    for (const { id: redaction, ...each } of beside.redactions ?? [])
      statements.addRedaction.run(
        ...[id, redaction, each.revision, each.at, each.person, each.name, each.characters, each.reason],
      )
    beside.versions.forEach(({ number, revision, epoch: of, at, by, sha256, before = [] }, index) => {
      statements.addVersion.run(id, number, revision, of, at, by, sha256.md, sha256.txt, sha256.json)
      for (const { redaction, sha256: was } of before)
        statements.addRedactedVersion.run(id, number, redaction, was.md, was.txt, was.json)
      const files = versions[index]
      if (files) for (const type of VERSION_FILES) statements.addFile.run(id, number, type, files[type])
    })
  }

  function writeBeside(id: number, { saved, chat, comments, attendees }: PadToBe['beside']): void {
    for (const { revision, label, person, at } of saved) statements.addSaved.run(id, revision, label, person, at)
    for (const said of chat) {
      const { change, at, person, name, hue, text, key, deletedBy } = said
      statements.addChat.run(id, said.id, change, at, person, name, hue, text, key, deletedBy)
    }
    for (const said of comments) {
      const { change, thread, at, person, name, hue, text, key, deletedBy, quote, resolvedBy } = said
      const anchor = said.anchor === null ? null : JSON.stringify(said.anchor)
      const row = [change, thread, at, person, name, hue, text, key, deletedBy, anchor, quote, resolvedBy] as const
      statements.addComment.run(id, said.id, ...row)
    }
    for (const { person, name, hue, affiliation, at } of attendees)
      statements.addAttendee.run(id, person, name, hue, affiliation, at)
  }
}

type Value = string | number | null | Uint8Array

function prepare(raw: Database['raw']) {
  const adds = (table: string, columns: string) =>
    raw.prepare<Value[]>(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/[^,]+/g, '?')})`)
  const said = 'pad, id, change, at, person, name, hue, text, key, deleted_by'
  return {
    isTaken: raw.prepare<[number], { id: number }>('SELECT id FROM pad WHERE id = ?'),
    addPad: adds('pad', 'id, name, title, created_at, epoch, session, template, changed_at, frozen_at, authors_shown'),
    setHead: raw.prepare<[number, number]>('UPDATE pad SET head = ? WHERE id = ?'),
    addUpdate: adds('pad_update', 'pad, revision, at, person, bytes'),
    addCheckpoint: adds('pad_checkpoint', 'pad, revision, state, authorship'),
    addClient: adds('pad_client', 'pad, client, person, verified'),
    addThaw: adds('pad_thaw', 'pad, at'),
    addAccess: adds('pad_access', 'pad, access'),
    addCommentAccess: adds('comment_access', 'pad, readers'),
    addImage: adds('pad_image', 'pad, name, bytes, width, height'),
    addSaved: adds('saved_revision', 'pad, revision, label, person, at'),
    addChat: adds('chat_message', said),
    addComment: adds(
      'comment',
      'pad, id, change, thread, at, person, name, hue, text, key, deleted_by, anchor, quote, resolved_by',
    ),
    addAttendee: adds('room_attendee', 'pad, person, name, hue, affiliation, at'),
    addVersion: adds('pad_version', 'pad, number, revision, epoch, at, "by", md_sha256, txt_sha256, json_sha256'),
    addCredits: adds('kept_credit', 'pad, bytes'),
    addRedaction: adds('redaction', 'pad, id, revision, at, person, name, characters, reason'),
    addRedactedVersion: adds('redacted_version', 'pad, number, redaction, md_sha256, txt_sha256, json_sha256'),
    addFile: adds('pad_version_file', 'pad, number, type, bytes'),
  }
}
