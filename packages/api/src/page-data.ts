import type { AuditPage } from './audit.ts'
import type { Changer, UndoPersonDone } from './changes.ts'
import type { CommentThread } from './comments.ts'
import type { Event, EventSummary, Session, SessionWithActivity } from './event.ts'
import type { HistoryMark, HistoryStretch } from './history.ts'
import type { Language } from './languages.ts'
import type { Contributor, MarkedLine, MinutesState, MinutesVersion, SummaryMail } from './minutes.ts'
import type { ModerationData } from './moderation.ts'
import type { Board, BoardRoom } from './now.ts'
import type { OutcomeChoices, OutcomeFilter, OutcomeKind, OutcomeList } from './outcome.ts'
import type { AuthorsShown, Pad } from './pad.ts'
import type { Person } from './person.ts'
import type { Redaction } from './redaction.ts'
import type { Role } from './role.ts'
import type { Attendee } from './room.ts'
import type { SearchResults } from './search.ts'
import type { SeriesData } from './series.ts'
import type { TemplatesData } from './template.ts'

/** A session in a few words, for links to it. */
export type SessionLink = Pick<Session, 'title' | 'start' | 'end' | 'room' | 'pad'>

/** A pad in a list: recent pads, nearest names. */
export type PadLink = { name: string; title: string; changedAt: string | null }

/** `mayMakeEvents`: whoever looks is an organiser of this server. */
export type HomeData = { page: 'home'; events: EventSummary[]; recent: PadLink[]; mayMakeEvents: boolean }

/** Asks whether this browser is to be a person who is somewhere else already. */
export type JoinData = { page: 'join'; person: Person }

/** A form for an event that is not there yet. */
export type NewEventData = { page: 'new-event' }

/** `mayManage`: the organiser's desk is open to whoever looks. */
export type AgendaData = { page: 'agenda'; event: Event; sessions: SessionWithActivity[]; mayManage: boolean }

/**
 * The organiser's desk of an event. `mayImport`: whoever looks is an organiser of it, and no mere moderator. `hoursAfterEnd`: when pads are
 * frozen by themselves; null: only by hand.
 */
export type ManageData = {
  page: 'manage'
  event: Event
  sessions: SessionWithActivity[]
  mayImport: boolean
  hoursAfterEnd: number | null
  /** For organisers; null for others. */
  audit: AuditPage | null
}

/** Where an event's agenda comes from: imports, what they did, and the next one. `proposed` is an address to begin with. */
export type ImportsData = { page: 'imports'; event: Event; proposed: string }

/** The session facts above a pad's text. `previous` and `next` are in the same room; `clashes` run at the same time. */
export type SessionFacts = {
  event: Event
  session: Session
  previous: SessionLink | null
  next: SessionLink | null
  clashes: SessionLink[]
}

/** What was looked for in all pads, as it was typed and chosen, and what came of it. */
export type SearchData = {
  page: 'search'
  q: string
  event: string | null
  day: string | null
  track: string | null
  room: string | null
  person: string | null
  events: Pick<Event, 'slug' | 'title'>[]
  outcome:
    | { is: 'nothing asked' }
    /** Why it cannot be looked for. */
    | { is: 'refused'; detail: string }
    | { is: 'found'; results: SearchResults }
}

/** What came out of an event, or of one pad: then `pad` says of which, and there are no filters. */
export type OutcomesData = {
  page: 'outcomes'
  event: Event | null
  pad: { name: string; title: string } | null
  filter: OutcomeFilter
  by: 'session' | 'person'
  /** How many outcomes of each kind the filter finds, whatever kind it asks for. */
  counts: Record<OutcomeKind, number>
  choices: OutcomeChoices
  /** Where among all that was found the outcomes below begin, and how many there are. */
  from: number
  total: number
} & OutcomeList

/** An event on one page, as far as whoever looks may read its pads: `closedPads` says how many they may not. */
export type ReportData = {
  page: 'report'
  event: Event
  /** Sessions that were not cancelled, and the words in their pads. */
  sessions: number
  words: number
  closedPads: number
  /** Those who wrote most, with their part of all text (above 0, 1 for all of it) and in how many pads; `contributorCount` counts all. */
  contributors: { person: Person; share: number; pads: number }[]
  contributorCount: number
  /** Sessions in whose pads nobody wrote. */
  emptyPads: SessionLink[]
  /** All actions, decisions and questions; the list holds the first of them. */
  outcomeCount: number
  mayManage: boolean
} & OutcomeList

export type PadData = {
  page: 'pad'
  pad: Pad
  facts: SessionFacts | null
  /** The text as the editor shows it, made safe by the server: goes into the page as it is. */
  html: string
  /** Which incarnation of the document, and which schema the server speaks: an older page must not bind it. */
  epoch: number
  schemaVersion: number
  /** What this visitor is in the pad. */
  role: Role
  authorsShown: AuthorsShown
}

/** `/p/PAD/changes`: what is different between two revisions. */
export type ChangesData = {
  page: 'changes'
  pad: Pad
  facts: SessionFacts | null
  /** 0 is the pad before anybody wrote; nothing is known of its time. */
  from: { revision: number; at: string | null }
  to: { revision: number; at: string | null }
  /** Of all changes between the two, most places first. */
  changers: Changer[]
  /** Whose changes are shown; null for everybody's. */
  only: Person | null
  /** After an undo of everything of one person: what was left as it is. */
  left: UndoPersonDone['left'] | null
  /** How many places are shown as changed. */
  places: number
  /** The text with its changes, made safe by the server: goes into the page as it is. */
  html: string
  role: Role
}

/** The same pad for the wall of a room: large, without tools, with the way to it for phones. */
export type ProjectorData = Omit<PadData, 'page'> & { page: 'projector' }

/** A pad's history, opened at a revision; without a stretch where nobody has written yet. */
export type TimesliderData = {
  page: 'timeslider'
  pad: Pad
  facts: SessionFacts | null
  stretch: HistoryStretch | null
  marks: HistoryMark[]
  role: Role
}

export type NoSuchPadData = {
  page: 'no-such-pad'
  /** As it was asked for. */
  name: string
  /** The name a new pad would get, or null if none can be made of it or making pads is not allowed. */
  creatable: string | null
  nearest: PadLink[]
  onNow: SessionLink[]
}

/** Shown by browsers that cannot reach the server, for a page that they do not keep. */
export type OfflineData = { page: 'offline' }

export type ErrorData = { page: 'error'; status: number; title: string; detail: string }

/** Minutes for reading, whole without any script. */
export type ReviewData = {
  page: 'review'
  pad: Pad
  facts: SessionFacts | null
  state: MinutesState
  attendees: Attendee[]
  marked: MarkedLine[]
  /** Those who wrote most first. */
  contributors: Contributor[]
  /**
   * The text as HTML, with the comments on it, made safe by the server: goes into the page as it is. Each line's id is the name of the line.
   */
  html: string
  /** Comments whose passages are gone. */
  lostComments: CommentThread[]
  /** The newest first. */
  versions: MinutesVersion[]
  /** The newest first. */
  redactions: Redaction[]
  role: Role
}

/** A frozen version of minutes, as it was. */
export type VersionData = {
  page: 'version'
  pad: Pad
  title: string
  /** As the agenda had it then; `event` is the title of its event. */
  session:
    | (Pick<Session, 'start' | 'end' | 'sampleTime' | 'room' | 'track' | 'people' | 'url' | 'event'> & {
        timeZone: string
      })
    | null
  version: MinutesVersion
  /** The number of the newest version. */
  newest: number
  marked: MarkedLine[]
  contributors: Contributor[]
  /** Those who say now that they were there: they may take it back. */
  attendees: Attendee[]
  html: string
}

/** A mail about minutes, for whoever keeps order. */
export type SummaryMailData = { page: 'summary-mail'; pad: Pad; facts: SessionFacts | null; mail: SummaryMail }

/** The header of a page that says for whom it was made: by it a browser knows that another person sits there now. */
export const PERSON_HEADER = 'forumpad-person'

/** `auto` follows the system. The choice is a cookie, so that the server's page wears it before any script has run. */
export type Theme = 'auto' | 'light' | 'dark'

/** The cookie that holds a chosen theme; absent for `auto`. Not a secret: the page writes it, the server reads it. */
export const THEME_COOKIE = 'theme'

/** What the board and the signs are asked for. `at`: another moment than now, which stands still. */
export type BoardAsk = { at: string | null; room: string; track: string }

/** What is on now and next in every room of an event. */
export type NowData = { page: 'now'; board: Board; ask: BoardAsk; rooms: string[] }

/** The sign of one room. `url` is what its QR code says. */
export type RoomSignData = { page: 'room-sign'; board: Board; room: BoardRoom; at: string | null; url: string }

/** The sessions that somebody starred: those of the address, or of this device. `codes`: short codes, by the sessions' ids. */
export type MyAgendaData = {
  page: 'my-agenda'
  event: Event
  sessions: SessionWithActivity[]
  codes: Record<string, string>
  /** The ids of the sessions that the address names; null where it names none. */
  shared: string[] | null
}

/** Two pads of sessions that clash, beside each other. */
export type SideBySideData = { page: 'side-by-side'; event: Event; pads: [SessionLink, SessionLink] }

/** What a page shows, whoever looks and whenever. */
export type PageContent =
  | HomeData
  | NewEventData
  | JoinData
  | AgendaData
  | ManageData
  | ModerationData
  | ImportsData
  | TemplatesData
  | SearchData
  | OutcomesData
  | ReportData
  | SeriesData
  | PadData
  | ProjectorData
  | TimesliderData
  | NowData
  | RoomSignData
  | MyAgendaData
  | SideBySideData
  | NoSuchPadData
  | OfflineData
  | ErrorData
  | PrintedContent

/** What no script takes over: it is whole as the server sends it. */
export type PrintedContent = ReviewData | ChangesData | VersionData | SummaryMailData

/** What a page is made of. */
export type PageData = PageFrame & PageContent

/** The server renders it, and hands the same to the browser. */
export type LivePageData = PageFrame & Exclude<PageContent, PrintedContent>

/** The server renders it, and the browser loads no script. */
export type PrintedPageData = PageFrame & PrintedContent

type PageFrame = { me: Person; now: string; theme: Theme; language: Language }
