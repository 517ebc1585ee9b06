import type { Attendee, Hand, Timer } from '@forumpad/api'
import type { Room, RoomStore } from '../../room/room-store.ts'
import type { Database } from './open-database.ts'
import type { RoomAttendeeTable, RoomHandTable, RoomTable } from './room-tables.ts'

export function createSqliteRoomStore({ kysely, raw }: Database): RoomStore {
  const statements = prepare(raw)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  function read(pad: number): Room {
    const row = statements.findRoom.get(pad)
    const hands = statements.findHands.all(pad)
    const waiting = hands.filter(({ place }) => place > 0).map(handOf)
    const speaker = hands.find(({ place }) => place === 0)
    const speaking = speaker ? handOf(speaker) : null
    return { version: row?.version ?? 0, speaking, waiting, timer: row ? timerOf(row) : null }
  }

  function write(pad: number, { version, speaking, waiting, timer }: Room): void {
    const by = timer?.by
    statements.saveRoom.run(
      pad,
      version,
      timer?.topic ?? null,
      timer?.minutes ?? null,
      timer?.startedAt ?? null,
      by?.id ?? null,
      by?.name ?? null,
      by?.hue ?? null,
    )
    statements.dropHands.run(pad)
    const add = ({ person, at }: Hand, place: number) =>
      statements.addHand.run(pad, place, person.id, person.name, person.hue, at)
    if (speaking) add(speaking, 0)
    waiting.forEach((hand, index) => void add(hand, index + 1))
  }

  return {
    read: (name) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        return pad ? read(pad.id) : { version: 0, speaking: null, waiting: [], timer: null }
      }),

    change: (name, change) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        if (!pad) return undefined
        const before = read(pad.id)
        const after = change(before)
        if (after === before) return { room: before, isNew: false }
        const room = { ...after, version: before.version + 1 }
        write(pad.id, room)
        return { room, isNew: true }
      }),

    attendees: (pad) => inOneGo(() => statements.attendees.all(pad).map(attendeeOf)),

    attend: (name, { person, affiliation, at }, most) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        if (!pad) return 'no such pad'
        if ((statements.countOthers.get(pad.id, person.id)?.others ?? 0) >= most) return 'full'
        statements.attend.run(pad.id, person.id, person.name, person.hue, affiliation, at)
        return 'listed'
      }),

    unattend: (name, person) => inOneGo(() => statements.unattend.run(name, person).changes > 0),
  }
}

type Named = { person: string; name: string; hue: number }
type HandRow = Omit<RoomHandTable, 'pad'>
type AttendeeRow = Omit<RoomAttendeeTable, 'pad'>

const personOf = ({ person, name, hue }: Named) => ({ id: person, name, hue })
const handOf = (row: HandRow): Hand => ({ person: personOf(row), at: row.at })
const attendeeOf = (row: AttendeeRow): Attendee => ({
  person: personOf(row),
  affiliation: row.affiliation,
  at: row.at,
})

function timerOf(row: RoomTable): Timer | null {
  const { timer_topic: topic, timer_minutes: minutes, timer_started_at: startedAt } = row
  if (topic === null || minutes === null || startedAt === null) return null
  const by = { id: row.timer_by ?? '', name: row.timer_by_name ?? '', hue: row.timer_by_hue ?? 0 }
  return { topic, minutes, startedAt, by }
}

function prepare(raw: Database['raw']) {
  type TextOrNull = string | null
  type NumberOrNull = number | null
  return {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    findRoom: raw.prepare<[number], RoomTable>('SELECT * FROM room WHERE pad = ?'),
    findHands: raw.prepare<[number], HandRow>(
      'SELECT place, person, name, hue, at FROM room_hand WHERE pad = ? ORDER BY place',
    ),
    saveRoom: raw.prepare<
      [number, number, TextOrNull, NumberOrNull, NumberOrNull, TextOrNull, TextOrNull, NumberOrNull]
    >(
      `INSERT OR REPLACE INTO room (pad, version, timer_topic, timer_minutes, timer_started_at, timer_by, timer_by_name, timer_by_hue)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    dropHands: raw.prepare<[number]>('DELETE FROM room_hand WHERE pad = ?'),
    addHand: raw.prepare<[number, number, string, string, number, number]>(
      'INSERT INTO room_hand (pad, place, person, name, hue, at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    attendees: raw.prepare<[string], AttendeeRow>(
      `SELECT a.person, a.name, a.hue, a.affiliation, a.at
       FROM room_attendee a JOIN pad ON pad.id = a.pad WHERE pad.name = ? ORDER BY a.at, a.person`,
    ),
    countOthers: raw.prepare<[number, string], { others: number }>(
      'SELECT count(*) AS others FROM room_attendee WHERE pad = ? AND person <> ?',
    ),
    attend: raw.prepare<[number, string, string, number, string, number]>(
      `INSERT INTO room_attendee (pad, person, name, hue, affiliation, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (pad, person) DO UPDATE SET name = excluded.name, hue = excluded.hue, affiliation = excluded.affiliation`,
    ),
    unattend: raw.prepare<[string, string]>(
      'DELETE FROM room_attendee WHERE pad = (SELECT id FROM pad WHERE name = ?) AND person = ?',
    ),
  }
}
