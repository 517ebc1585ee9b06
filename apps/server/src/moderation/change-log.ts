/** A row of a pad's log, with the pad that it is of. `at`: milliseconds since 1970. */
export type LoggedChange = {
  pad: string
  title: string
  revision: number
  at: number
  person: string
  bytes: Uint8Array
}

/** One of the changes of an event, to read on behind it: the newest first, then by the names of pads, then the newest revision first. */
export type ChangePlace = Pick<LoggedChange, 'at' | 'pad' | 'revision'>

/** The logs of all pads of an event together. What the server wrote itself is not among them. */
export interface ChangeLog {
  /** At most `limit` that come behind a change, the newest first; `null`: from the newest on; of one person, or of everybody. */
  newest(event: string, behind: ChangePlace | null, person: string | null, limit: number): Promise<LoggedChange[]>
  /** The pads of an event in which somebody wrote. */
  padsOf(event: string, person: string): Promise<string[]>
}
