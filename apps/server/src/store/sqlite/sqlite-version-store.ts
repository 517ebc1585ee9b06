import { createHash } from 'node:crypto'
import {
  type Checksums,
  type KeptVersion,
  type NewVersion,
  VERSION_FILES,
  type VersionStore,
} from '../../review/version-store.ts'
import type { PadVersionTable } from './minutes-tables.ts'
import type { Database } from './open-database.ts'
import type { RedactedVersionTable } from './redaction-tables.ts'

export function createSqliteVersionStore({ kysely, raw }: Database): VersionStore {
  const statements = prepare(raw)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  const kept = (row: VersionRow) => versionOf(row, statements.redactions.all(row.pad, row.number))

  function add(name: string, given: NewVersion): { version: KeptVersion; isNew: boolean } | undefined {
    const pad = statements.findPad.get(name)
    if (pad === undefined || pad.frozen_at === null || pad.epoch !== given.epoch) return undefined
    const [newest] = statements.list.all(name)
    if (newest && newest.revision === given.revision && newest.epoch === given.epoch)
      return { version: kept(newest), isNew: false }
    const number = (newest?.number ?? 0) + 1
    const files = given.files(number)
    const { revision, epoch, at, by } = given
    const checksums = { md: sha256(files.md), txt: sha256(files.txt), json: sha256(files.json) }
    statements.add.run(pad.id, number, revision, epoch, at, by, checksums.md, checksums.txt, checksums.json)
    for (const file of VERSION_FILES) statements.addFile.run(pad.id, number, file, files[file])
    return { version: { number, revision, epoch, at, by, checksums, redactions: [] }, isNew: true }
  }

  return {
    versions: (pad) => inOneGo(() => statements.list.all(pad).map(kept)),
    find: (pad, number) =>
      inOneGo(() => {
        const row = statements.find.get(pad, number)
        return row && kept(row)
      }),
    file: (pad, number, file) => inOneGo(() => statements.file.get(pad, number, file)?.bytes),
    add: (pad, version) => inOneGo(() => add(pad, version)),
  }
}

type VersionRow = PadVersionTable
type RedactionRow = Pick<RedactedVersionTable, 'md_sha256' | 'txt_sha256' | 'json_sha256'> & { at: number }

function versionOf(row: VersionRow, redactions: readonly RedactionRow[]): KeptVersion {
  const { number, revision, epoch, at, by } = row
  const before = redactions.map((each) => ({ at: each.at, before: checksumsOf(each) }))
  return { number, revision, epoch, at, by, checksums: checksumsOf(row), redactions: before }
}

function checksumsOf({ md_sha256: md, txt_sha256: txt, json_sha256: json }: Omit<RedactionRow, 'at'>): Checksums {
  return { md, txt, json }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const COLUMNS =
  'v.pad, v.number, v.revision, v.epoch, v.at, v."by", v.md_sha256, v.txt_sha256, v.json_sha256 FROM pad_version v JOIN pad ON pad.id = v.pad'

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], { id: number; epoch: number; frozen_at: number | null }>(
      'SELECT id, epoch, frozen_at FROM pad WHERE name = ?',
    ),
    list: raw.prepare<[string], VersionRow>(`SELECT ${COLUMNS} WHERE pad.name = ? ORDER BY v.number DESC`),
    find: raw.prepare<[string, number], VersionRow>(`SELECT ${COLUMNS} WHERE pad.name = ? AND v.number = ?`),
    redactions: raw.prepare<[number, number], RedactionRow>(
      `SELECT v.md_sha256, v.txt_sha256, v.json_sha256, r.at
        FROM redacted_version v JOIN redaction r ON r.pad = v.pad AND r.id = v.redaction
        WHERE v.pad = ? AND v.number = ? ORDER BY r.id DESC`,
    ),
    file: raw.prepare<[string, number, string], { bytes: Uint8Array }>(
      `SELECT f.bytes FROM pad_version_file f JOIN pad ON pad.id = f.pad
        WHERE pad.name = ? AND f.number = ? AND f.type = ?`,
    ),
    add: raw.prepare<[number, number, number, number, number, string | null, string, string, string]>(
      `INSERT INTO pad_version (pad, number, revision, epoch, at, "by", md_sha256, txt_sha256, json_sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addFile: raw.prepare<[number, number, string, Uint8Array]>(
      'INSERT INTO pad_version_file (pad, number, type, bytes) VALUES (?, ?, ?, ?)',
    ),
  }
}
