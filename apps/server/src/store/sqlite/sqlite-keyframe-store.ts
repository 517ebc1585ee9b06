import type { Keyframe, KeyframeStore } from '../../history/keyframe-store.ts'
import type { Database } from './open-database.ts'

export function createSqliteKeyframeStore({ kysely, raw }: Database): KeyframeStore {
  const statements = {
    atOrBefore: raw.prepare<[string, number, number], Keyframe>(
      `SELECT revision, base, bytes FROM pad_keyframe
        WHERE pad = (SELECT id FROM pad WHERE name = ?) AND epoch = ? AND revision <= ? ORDER BY revision DESC LIMIT 1`,
    ),
    keep: raw.prepare<[number, number | null, Uint8Array, string, number]>(
      `INSERT OR REPLACE INTO pad_keyframe (pad, epoch, revision, base, bytes)
        SELECT id, epoch, ?, ?, ? FROM pad WHERE name = ? AND epoch = ?`,
    ),
    forget: raw.prepare<[string]>('DELETE FROM pad_keyframe WHERE pad = (SELECT id FROM pad WHERE name = ?)'),
  }
  const inOneGo = <Result>(work: () => Result): Promise<Result> => kysely.connection().execute(async () => work())

  return {
    atOrBefore: (pad, epoch, revision) => inOneGo(() => statements.atOrBefore.get(pad, epoch, revision)),
    keep: (pad, epoch, { revision, base, bytes }) =>
      inOneGo(() => {
        statements.keep.run(revision, base, bytes, pad, epoch)
      }),
    forget: (pad) =>
      inOneGo(() => {
        statements.forget.run(pad)
      }),
  }
}
