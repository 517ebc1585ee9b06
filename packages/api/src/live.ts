import { type Static, Type } from 'typebox'
import type { Person } from './person.ts'
import type { Role } from './role.ts'

/**
 * The numbers that open every frame on `/sync/PAD`. 0 to 3 are those of y-websocket; 100 and up go only to pages that
 * asked for them with `?page=1`.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** varUint n, varUint revision: the first n sync messages of this connection that carry text are committed. */
  saved: 100,
  /** A JSON string, `PadStatus`. */
  status: 101,
  /** A JSON string, `Notice`. */
  notice: 102,
  /**
   * varUint revision: the line is alive, and the text up to this revision has been sent (0: that cannot be said). Sent at least every
   * `HEARTBEAT_MS`.
   */
  heartbeat: 103,
  /** Who wrote what, `AuthorshipMessage`: everything once the text is there, then what each commit changed. */
  authorship: 104,
  /** What features say beside the text, both ways: a JSON string, `AsideAsk` or `AsideFromServer`. */
  aside: 105,
} as const

/** A page that has heard nothing for twice this long may take the line for dead. */
export const HEARTBEAT_MS = 4_000

/** Why a socket was closed. A stock y-websocket client never comes back after 4400 to 4499. */
export const CLOSE = {
  malformed: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  noSuchPad: 4404,
  clientTooOld: 4410,
  tooLarge: 4413,
  restart: 1012,
  tooSlow: 4508,
  tooMany: 4529,
} as const

/** Whether the text is being kept. */
export const PadStatus = Type.Union([
  Type.Object({ is: Type.Literal('saving-works') }),
  Type.Object({ is: Type.Literal('saving-fails'), since: Type.Integer({ description: 'Milliseconds since 1970' }) }),
  Type.Object({ is: Type.Literal('frozen'), since: Type.Integer() }),
  Type.Object({ is: Type.Literal('reading') }, { description: 'This person may read the pad and not write in it' }),
])
export type PadStatus = Static<typeof PadStatus>

/** A sentence for the person, with a stable code; `line` is the Yjs id of the line that it is about, `CLIENT:CLOCK`. */
export const Notice = Type.Object({ code: Type.String(), text: Type.String(), line: Type.Optional(Type.String()) })
export type Notice = Static<typeof Notice>

/**
 * The awareness state of one client as the server relays it. `user` is stamped by the server from the person that the
 * socket belongs to, so that nobody can appear under another's name. `color` is for stock carets.
 */
export type PresenceUser = Person & { color: string; role?: Role }
