import type { IndexedRevision, RevisionIndex, Saved } from '../../history/revision-index.ts'
import type { Database } from './open-database.ts'

export function createSqliteRevisionIndex({ kysely, raw }: Database): RevisionIndex {
  const statements = {
    findPad: raw.prepare<[string], { id: number; head: number }>('SELECT id, head FROM pad WHERE name = ?'),
    list: raw.prepare<[number, number, number], IndexedRevision>(
      'SELECT revision, at, person FROM pad_update WHERE pad = ? AND revision > ? ORDER BY revision LIMIT ?',
    ),
    saved: raw.prepare<[number], Saved>(
      'SELECT revision, label, person, at FROM saved_revision WHERE pad = ? ORDER BY revision',
    ),
    others: raw.prepare<[number, number], { count: number }>(
      'SELECT count(*) AS count FROM saved_revision WHERE pad = ? AND revision <> ?',
    ),
    save: raw.prepare<[number, number, string, string, number]>(
      'INSERT OR REPLACE INTO saved_revision (pad, revision, label, person, at) VALUES (?, ?, ?, ?, ?)',
    ),
    forget: raw.prepare<[number, number]>('DELETE FROM saved_revision WHERE pad = ? AND revision = ?'),
  }
  // All of it in one go: nothing comes in between.
  const ofPad = <Result>(name: string, none: Result, work: (pad: { id: number; head: number }) => Result) =>
    kysely.connection().execute(async () => {
      const pad = statements.findPad.get(name)
      return pad ? work(pad) : none
    })

  return {
    list: (name, after, limit) => ofPad(name, [], ({ id }) => statements.list.all(id, after, limit)),
    saved: (name) => ofPad(name, [], ({ id }) => statements.saved.all(id)),
    save: (name, { revision, label, person, at }, most) =>
      ofPad(name, false, ({ id, head }) => {
        if (revision < 1 || revision > head || (statements.others.get(id, revision)?.count ?? 0) >= most) return false
        statements.save.run(id, revision, label, person, at)
        return true
      }),
    forgetSaved: (name, revision) => ofPad(name, undefined, ({ id }) => void statements.forget.run(id, revision)),
  }
}
