import type { ImageStore, StoredImage } from '../../images/image-store.ts'
import type { Database } from './open-database.ts'

export function createSqliteImageStore({ kysely, raw }: Database): ImageStore {
  const statements = {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    find: raw.prepare<[string, string], StoredImage>(
      `SELECT i.name, i.bytes, i.width, i.height FROM pad_image i JOIN pad ON pad.id = i.pad
        WHERE pad.name = ? AND i.name = ?`,
    ),
    sum: raw.prepare<[number], { bytes: number }>(
      'SELECT coalesce(sum(bytes), 0) AS bytes FROM pad_image WHERE pad = ?',
    ),
    add: raw.prepare<[number, string, number, number, number]>(
      'INSERT INTO pad_image (pad, name, bytes, width, height) VALUES (?, ?, ?, ?, ?)',
    ),
  }
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  return {
    keep: (name, file, quota) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        if (!pad) return 'no such pad'
        if (statements.find.get(name, file.name)) return 'kept'
        if ((statements.sum.get(pad.id)?.bytes ?? 0) + file.bytes > quota) return 'full'
        statements.add.run(pad.id, file.name, file.bytes, file.width, file.height)
        return 'kept'
      }),
    find: (pad, name) => inOneGo(() => statements.find.get(pad, name)),
  }
}
