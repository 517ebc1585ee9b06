import type { ImageStore, Keeping, StoredImage } from '../../images/image-store.ts'
import type { Database } from './open-database.ts'

export function createSqliteImageStore({ kysely, raw }: Database): ImageStore {
  const statements = {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    find: raw.prepare<[string, string], StoredImage>(
      `SELECT i.name, i.bytes, i.width, i.height FROM pad_image i JOIN pad ON pad.id = i.pad
        WHERE pad.name = ? AND i.name = ?`,
    ),
    findAnywhere: raw.prepare<[string], { pad: number }>('SELECT pad FROM pad_image WHERE name = ? LIMIT 1'),
    sum: raw.prepare<[number], { bytes: number }>(
      'SELECT coalesce(sum(bytes), 0) AS bytes FROM pad_image WHERE pad = ?',
    ),
    add: raw.prepare<[number, string, number, number, number]>(
      'INSERT INTO pad_image (pad, name, bytes, width, height) VALUES (?, ?, ?, ?, ?)',
    ),
  }
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  function decide(name: string, file: StoredImage, quota: number, add: (pad: number) => void): Keeping {
    const pad = statements.findPad.get(name)
    if (!pad) return 'no such pad'
    if (statements.find.get(name, file.name)) return 'kept'
    if ((statements.sum.get(pad.id)?.bytes ?? 0) + file.bytes > quota) return 'full'
    add(pad.id)
    return 'kept'
  }

  return {
    keep: (name, file, quota) =>
      inOneGo(() =>
        decide(name, file, quota, (pad) => statements.add.run(pad, file.name, file.bytes, file.width, file.height)),
      ),
    wouldKeep: (name, file, quota) => inOneGo(() => decide(name, file, quota, () => {})),
    isKept: (name) => inOneGo(() => statements.findAnywhere.get(name) !== undefined),
    find: (pad, name) => inOneGo(() => statements.find.get(pad, name)),
  }
}
