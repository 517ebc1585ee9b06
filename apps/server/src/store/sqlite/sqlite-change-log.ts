import { SERVER_PERSON } from '@forumpad/api'
import type { ChangeLog, ChangePlace, LoggedChange } from '../../moderation/change-log.ts'
import type { Database } from './open-database.ts'

type OfPad = { pad: number; before: number; below: number; person: string | null; limit: number; server: string }
type PadRow = { id: number; name: string; title: string }

export function createSqliteChangeLog({ kysely, raw }: Database): ChangeLog {
  // Pad by pad, along the key of the log: there is no index over the times of all pads, which every keystroke would pay for.
  const pads = raw.prepare<[string], PadRow>(
    `SELECT pad.id, pad.name, session.title FROM session JOIN pad ON pad.name = session.pad
     WHERE session.event = ? AND pad.changed_at IS NOT NULL ORDER BY pad.changed_at DESC`,
  )
  const newestOf = raw.prepare<[OfPad], Pick<LoggedChange, 'revision' | 'at' | 'person' | 'bytes'>>(
    `SELECT revision, at, person, bytes FROM pad_update
     WHERE pad = @pad AND at < @before AND revision < @below AND person <> @server AND (@person IS NULL OR person = @person)
     ORDER BY revision DESC LIMIT @limit`,
  )
  const padsOf = raw.prepare<[string, string], { name: string }>(
    `SELECT pad.name FROM session JOIN pad ON pad.name = session.pad
     WHERE session.event = ? AND EXISTS (SELECT 1 FROM pad_update WHERE pad_update.pad = pad.id AND person = ?)
     ORDER BY pad.id`,
  )
  return {
    newest: (event, behind, person, limit) =>
      kysely.connection().execute(async () => {
        let found: LoggedChange[] = []
        for (const { id, name, title } of pads.all(event)) {
          const oldest = found.length < limit ? undefined : found.at(-1)
          const rows = newestOf.all({ pad: id, ...reach(behind, name), person, limit, server: SERVER_PERSON })
          const newer = rows.filter(({ at }) => oldest === undefined || at >= oldest.at)
          if (newer.length === 0) continue
          found = [...found, ...newer.map((row) => ({ ...row, pad: name, title }))].sort(inOrder).slice(0, limit)
        }
        return found
      }),
    padsOf: async (event, person) => padsOf.all(event, person).map(({ name }) => name),
  }
}

const inOrder = (one: ChangePlace, other: ChangePlace): number =>
  other.at - one.at || byName(one.pad, other.pad) || other.revision - one.revision

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Which changes of a pad come behind another change: before that moment, and below that revision. */
function reach(behind: ChangePlace | null, pad: string): { before: number; below: number } {
  const all = Number.MAX_SAFE_INTEGER
  if (behind === null) return { before: all, below: all }
  const order = byName(pad, behind.pad)
  if (order === 0) return { before: behind.at + 1, below: behind.revision }
  return { before: order < 0 ? behind.at : behind.at + 1, below: all }
}
