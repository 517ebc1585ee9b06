import type { ActToNote } from '@forumpad/api'

/** When the minutes of an event's sessions are frozen by themselves, and which are to be frozen now. */
export interface FreezeSettings {
  /** So many hours after the session's end; null: only by hand. */
  hoursAfterEnd(event: string): Promise<number | null>
  /** `note` is kept with it. */
  setHoursAfterEnd(event: string, hours: number | null, note?: ActToNote): Promise<void>
  /** Notes that a pad takes text again: its hours begin anew. `at` is in milliseconds since 1970. */
  thawed(pad: string, at: number): Promise<void>
  /** When a pad will be frozen by itself (milliseconds since 1970); null if never. A session without an end is taken to last an hour. */
  freezesAt(pad: string): Promise<number | null>
  /** The pads that take text although their time has come, those that waited longest first: at most `limit`. */
  due(now: number, limit: number): Promise<string[]>
  /** The frozen pads without a version of their text: at most `limit`, those of the names after `after`. */
  withoutVersion(after: string, limit: number): Promise<string[]>
}
