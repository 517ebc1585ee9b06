import type { FreezeSettings } from '../../review/freeze-settings.ts'
import { actNoter } from './note-act.ts'
import type { Database } from './open-database.ts'

/** When the time of a pad has come: its session's end, or since it is open again, and the hours of its event. */
const FREEZES_AT = `
  max(coalesce(s.ends_at, s.starts_at + 3600000), coalesce(t.at, 0)) + f.hours_after_end * 3600000`

const FROM = `
  FROM pad
  JOIN session s ON s.id = pad.session
  JOIN event_freezing f ON f.event = s.event
  LEFT JOIN pad_thaw t ON t.pad = pad.id`

export function createSqliteFreezeSettings({ kysely, raw }: Database): FreezeSettings {
  const noteAct = actNoter(raw)
  const statements = {
    hours: raw.prepare<[string], { hours: number }>(
      'SELECT hours_after_end AS hours FROM event_freezing WHERE event = ?',
    ),
    set: raw.prepare<[string, number]>(
      `INSERT INTO event_freezing (event, hours_after_end) VALUES (?, ?)
        ON CONFLICT (event) DO UPDATE SET hours_after_end = excluded.hours_after_end`,
    ),
    unset: raw.prepare<[string]>('DELETE FROM event_freezing WHERE event = ?'),
    thawed: raw.prepare<[number, string]>(
      `INSERT INTO pad_thaw (pad, at) SELECT id, ? FROM pad WHERE name = ?
        ON CONFLICT (pad) DO UPDATE SET at = excluded.at`,
    ),
    freezesAt: raw.prepare<[string], { at: number | null }>(`SELECT ${FREEZES_AT} AS at ${FROM} WHERE pad.name = ?`),
    due: raw.prepare<[number, number], { name: string }>(
      `SELECT pad.name, ${FREEZES_AT} AS due ${FROM}
        WHERE pad.frozen_at IS NULL AND s.starts_at IS NOT NULL AND due <= ? ORDER BY due, pad.name LIMIT ?`,
    ),
    withoutVersion: raw.prepare<[string, number], { name: string }>(
      `SELECT pad.name FROM pad
        WHERE pad.frozen_at IS NOT NULL AND pad.name > ? AND NOT EXISTS (
          SELECT 1 FROM pad_version v WHERE v.pad = pad.id AND v.revision = pad.head AND v.epoch = pad.epoch
            AND v.number = (SELECT max(number) FROM pad_version WHERE pad = pad.id))
        ORDER BY pad.name LIMIT ?`,
    ),
  }
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  return {
    hoursAfterEnd: (event) => inOneGo(() => statements.hours.get(event)?.hours ?? null),
    setHoursAfterEnd: (event, hours, note) =>
      inOneGo(() => {
        if (hours === null) statements.unset.run(event)
        else statements.set.run(event, hours)
        noteAct(note)
      }),
    thawed: (pad, at) => inOneGo(() => void statements.thawed.run(at, pad)),
    freezesAt: (pad) => inOneGo(() => statements.freezesAt.get(pad)?.at ?? null),
    due: (now, limit) => inOneGo(() => statements.due.all(now, limit).map(({ name }) => name)),
    withoutVersion: (after, limit) =>
      inOneGo(() => statements.withoutVersion.all(after, limit).map(({ name }) => name)),
  }
}
