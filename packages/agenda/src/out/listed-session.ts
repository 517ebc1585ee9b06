/** A session with its pad, as lists of pads show it. Instants are ISO 8601 in UTC. */
export type ListedSession = {
  title: string
  start: string | null
  end: string | null
  room: string | null
  track: string | null
  people: readonly string[]
  state: 'confirmed' | 'tentative' | 'cancelled' | 'missing'
  /** The address of its pad. */
  url: string
  /** The short address of its pad. */
  short: string
  /** How many words people wrote in its pad. */
  words: number
  frozen: boolean
}

/** The agenda as it is listed: the title and IANA zone of its event, and its sessions in the order in which they stand. */
export type SessionListing = { title: string; timeZone: string; url: string; sessions: readonly ListedSession[] }
