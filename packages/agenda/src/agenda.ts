/** What an agenda feed says, whatever its format. */
export type Agenda = {
  format: AgendaFormat
  /** The feed's own title and zone (an IANA name), where it has them. */
  title: string | null
  timeZone: string | null
  sessions: AgendaSession[]
  /** False if the text is no agenda at all; then there is one problem, which says what it looks like. */
  readable: boolean
  /** Sentences that name the place: `Line 120, event "Keynote": it has no start; it was left out.` */
  problems: string[]
}

export type AgendaFormat = 'iCalendar'

/** One session as the feed gives it. Instants are ISO 8601 in UTC with a `Z`. */
export type AgendaSession = {
  /** The strong key (UID, with RECURRENCE-ID or the start where a UID repeats): opaque, unique in one agenda. */
  key: string
  title: string
  /** Plain text. */
  description: string | null
  start: string | null
  end: string | null
  /** The time is not known; the one given is a sample. */
  sampleTime: boolean
  room: string | null
  track: string | null
  people: string[]
  /** Where the source shows the session: http or https only. */
  url: string | null
  state: 'confirmed' | 'tentative' | 'cancelled'
  /** The name the feed gives to the session's pad: X-FORUMPAD-PAD, or an Etherpad address in the description. */
  padName: string | null
}
