import type { Event, EventSummary, Session, SessionWithActivity } from './event.ts'
import type { Pad } from './pad.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'

/** A session in a few words, for links to it. */
export type SessionLink = Pick<Session, 'title' | 'start' | 'end' | 'room' | 'pad'>

/** A pad in a list: recent pads, nearest names. */
export type PadLink = { name: string; title: string; changedAt: string | null }

export type HomeData = { page: 'home'; events: EventSummary[]; recent: PadLink[] }

/** `mayManage`: the organiser's desk is open to whoever looks. */
export type AgendaData = { page: 'agenda'; event: Event; sessions: SessionWithActivity[]; mayManage: boolean }

/** The organiser's desk of an event. */
export type ManageData = { page: 'manage'; event: Event; sessions: SessionWithActivity[] }

/** The session facts above a pad's text. `previous` and `next` are in the same room; `clashes` run at the same time. */
export type SessionFacts = {
  event: Event
  session: Session
  previous: SessionLink | null
  next: SessionLink | null
  clashes: SessionLink[]
}

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

/** The header of a page that says for whom it was made: by it a browser knows that another person sits there now. */
export const PERSON_HEADER = 'forumpad-person'

/** `auto` follows the system. The choice is a cookie, so that the server's page wears it before any script has run. */
export type Theme = 'auto' | 'light' | 'dark'

/** The cookie that holds a chosen theme; absent for `auto`. Not a secret: the page writes it, the server reads it. */
export const THEME_COOKIE = 'theme'

/** What a page is made of. The server renders it, and hands the same to the browser. */
export type PageData = { me: Person; now: string; theme: Theme } & (
  | HomeData
  | AgendaData
  | ManageData
  | PadData
  | NoSuchPadData
  | OfflineData
  | ErrorData
)
