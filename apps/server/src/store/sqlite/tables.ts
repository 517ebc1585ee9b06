import type { Generated } from 'kysely'
import type {
  AgendaImportTable,
  AgendaSourceTable,
  EventTable,
  SessionAliasTable,
  SessionQuestionTable,
  SessionTable,
} from './agenda-tables.ts'
import type { EventAccessTable, PadAccessTable, RoleGrantTable, RoleLinkTable } from './role-tables.ts'
import type { ChatMessageTable, RoomAttendeeTable, RoomHandTable, RoomTable } from './room-tables.ts'

/** The rows as SQLite keeps them. Instants are milliseconds since 1970. A new table = one migration and one line here. */
export interface Tables {
  pad: PadTable
  pad_update: PadUpdateTable
  pad_checkpoint: PadCheckpointTable
  pad_client: PadClientTable
  person: PersonTable
  setting: SettingTable
  event: EventTable
  session: SessionTable
  session_alias: SessionAliasTable
  session_question: SessionQuestionTable
  agenda_import: AgendaImportTable
  agenda_source: AgendaSourceTable
  chat_message: ChatMessageTable
  room: RoomTable
  room_hand: RoomHandTable
  room_attendee: RoomAttendeeTable
  role_link: RoleLinkTable
  role_grant: RoleGrantTable
  pad_access: PadAccessTable
  event_access: EventAccessTable
}

export interface PadTable {
  id: Generated<number>
  name: string
  title: string
  created_at: number
  /** The newest revision; 0 while the log is empty. */
  head: Generated<number>
  epoch: Generated<number>
  /** The session whose notes these are. */
  session: string | null
  /** Markdown that becomes revision 1 when the first editor comes. */
  template: string | null
  words: Generated<number>
  changed_at: number | null
  frozen_at: number | null
}

export interface PadUpdateTable {
  pad: number
  revision: number
  at: number
  person: string
  bytes: Uint8Array
}

export interface PadCheckpointTable {
  pad: number
  revision: number
  state: Uint8Array
  /** Who wrote what is in `state`; null where a version before 0.2 wrote it. */
  authorship: Uint8Array | null
}

export interface PadClientTable {
  pad: number
  client: number
  person: string
  verified: number
}

export interface PersonTable {
  id: string
  name: string
  hue: number
  created_at: number
}

/** What the program itself remembers between starts. */
export interface SettingTable {
  key: string
  value: string
}
