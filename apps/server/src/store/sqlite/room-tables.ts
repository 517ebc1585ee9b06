/** The rows of what goes on beside a pad. `name` and `hue` are those that a person had then. Instants are milliseconds since 1970. */

export interface ChatMessageTable {
  pad: number
  /** From 1 in each pad, without gaps. */
  id: number
  /** Raised whenever a message of the pad is added or changed. */
  change: number
  at: number
  person: string
  name: string
  hue: number
  /** Empty once it is deleted. */
  text: string
  key: string
  deleted_by: 'author' | 'organiser' | 'moderator' | null
}

export interface RoomTable {
  pad: number
  version: number
  timer_topic: string | null
  timer_minutes: number | null
  timer_started_at: number | null
  timer_by: string | null
  timer_by_name: string | null
  timer_by_hue: number | null
}

export interface RoomHandTable {
  pad: number
  /** 0 speaks, the others wait in this order. */
  place: number
  person: string
  name: string
  hue: number
  at: number
}

export interface RoomAttendeeTable {
  pad: number
  person: string
  name: string
  hue: number
  affiliation: string
  at: number
}

/** What the board says of a pad's session. */
export interface PadNowTable {
  pad: number
  topic: string | null
  late_minutes: number
  at: number
}
