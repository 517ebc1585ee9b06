import type { AuthorsShown } from '@forumpad/api'
import type { Generated } from 'kysely'
import type {
  AgendaFeedTable,
  AgendaImportTable,
  AgendaSourceTable,
  EventTable,
  EventTemplateTable,
  SeriesAliasTable,
  SessionAliasTable,
  SessionQuestionTable,
  SessionSeriesTable,
  SessionTable,
} from './agenda-tables.ts'
import type { CommentAccessTable, CommentTable } from './comment-tables.ts'
import type {
  AuditEntryTable,
  EventLinkTable,
  LinkHoldingTable,
  PersonBlockTable,
  TrustedPersonTable,
} from './desk-tables.ts'
import type { EventFreezingTable, PadThawTable, PadVersionFileTable, PadVersionTable } from './minutes-tables.ts'
import type { KeptCreditTable, RedactedVersionTable, RedactionTable } from './redaction-tables.ts'
import type {
  EventAccessTable,
  EventLockTable,
  PadAccessTable,
  PadLockTable,
  RoleGrantTable,
  RoleLinkTable,
} from './role-tables.ts'
import type { ChatMessageTable, PadNowTable, RoomAttendeeTable, RoomHandTable, RoomTable } from './room-tables.ts'

/** The rows as SQLite keeps them. Instants are milliseconds since 1970. A new table = one migration and one line here. */
export interface Tables {
  pad: PadTable
  pad_update: PadUpdateTable
  pad_checkpoint: PadCheckpointTable
  pad_client: PadClientTable
  seen_text: SeenTextTable
  person: PersonTable
  device_pass: DevicePassTable
  setting: SettingTable
  event: EventTable
  session: SessionTable
  session_alias: SessionAliasTable
  session_question: SessionQuestionTable
  session_series: SessionSeriesTable
  series_alias: SeriesAliasTable
  agenda_import: AgendaImportTable
  agenda_source: AgendaSourceTable
  agenda_feed: AgendaFeedTable
  event_template: EventTemplateTable
  chat_message: ChatMessageTable
  comment: CommentTable
  comment_access: CommentAccessTable
  room: RoomTable
  room_hand: RoomHandTable
  room_attendee: RoomAttendeeTable
  pad_now: PadNowTable
  audit_entry: AuditEntryTable
  person_block: PersonBlockTable
  role_link: RoleLinkTable
  role_grant: RoleGrantTable
  pad_access: PadAccessTable
  event_access: EventAccessTable
  event_lock: EventLockTable
  pad_lock: PadLockTable
  pad_version: PadVersionTable
  pad_version_file: PadVersionFileTable
  event_freezing: EventFreezingTable
  pad_thaw: PadThawTable
  redaction: RedactionTable
  redacted_version: RedactedVersionTable
  kept_credit: KeptCreditTable
  link_holding: LinkHoldingTable
  event_link: EventLinkTable
  trusted_person: TrustedPersonTable
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
  authors_shown: AuthorsShown | null
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

/** Which text of a pad a follower has seen. */
export interface SeenTextTable {
  follower: string
  pad: number
  epoch: number
  revision: number
}

export interface PersonTable {
  id: string
  name: string
  hue: number
  created_at: number
}

/** A one-time link to another device of a person; its secret is kept as a SHA-256 alone. */
export interface DevicePassTable {
  hash: string
  person: string
  expires_at: number
}

/** What the program itself remembers between starts. */
export interface SettingTable {
  key: string
  value: string
}
