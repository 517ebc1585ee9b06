/** A row of a pad's log, with the pad that it is of. `at`: milliseconds since 1970. */
export type LoggedChange = {
  pad: string
  title: string
  revision: number
  at: number
  person: string
  bytes: Uint8Array
}

/** The logs of all pads of an event together. What the server wrote itself is not among them. */
export interface ChangeLog {
  /** At most `limit` that came before a moment, the newest first; of one person, or of everybody. */
  newest(event: string, before: number, person: string | null, limit: number): Promise<LoggedChange[]>
  /** The pads of an event in which somebody wrote. */
  padsOf(event: string, person: string): Promise<string[]>
}
