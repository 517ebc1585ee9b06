import type { ActToNote, LinkScope, Noting, PadAccess, PadLock, Role } from '@forumpad/api'

/** Where a pad stands, for whoever asks what may be done in it. */
export type PadPlace = {
  pad: string
  /** Of its session; null for a free-standing pad. */
  event: string | null
  track: string | null
  /** What was chosen for the pad and for its event; null where nothing was. */
  access: PadAccess | null
  eventAccess: PadAccess | null
  /** By what it is locked; null if it is not. */
  lock: PadLock | null
}

/** What can be locked. */
export type LockScope = Exclude<LinkScope, { is: 'track' }>

/** A role that somebody holds by a link. */
export type Grant = { scope: LinkScope; role: Role }

/** Instants are milliseconds since 1970. */
export type LinkRecord = {
  id: number
  scope: LinkScope
  role: Role
  label: string | null
  createdAt: number
  /** A person's id; null for a program with the organiser key. */
  createdBy: string | null
  expiresAt: number | null
  revokedAt: number | null
}

export type NewLinkRecord = Omit<LinkRecord, 'id' | 'revokedAt'> & {
  /** The link's secret is known to whoever holds it, and to nobody else. */
  secretHash: string
}

export type HolderRecord = { person: string; at: number }

/** Where links, who holds what by them, and who may come without one are kept. What is done with a `note` is noted in the same transaction. */
export interface RoleStore {
  /** Undefined if there is no such pad. */
  placeOf(pad: string): Promise<PadPlace | undefined>
  /** The names of all pads that are read by those with a link alone. */
  closedPads(): Promise<ReadonlySet<string>>
  eventAccess(event: string): Promise<PadAccess | null>
  setPadAccess(pad: string, access: PadAccess | null, note?: ActToNote): Promise<void>
  setEventAccess(event: string, access: PadAccess | null, note?: ActToNote): Promise<void>
  /** Whether all pads of an event are locked. */
  isEventLocked(event: string): Promise<boolean>
  setLock(scope: LockScope, locked: boolean, note?: ActToNote): Promise<void>
  /** The pads that a link of this scope reaches, or that follow what is chosen for it. */
  padsIn(scope: LinkScope): Promise<string[]>
  /** Gives its number. */
  addLink(link: NewLinkRecord, note?: Noting<number>): Promise<number>
  linkWithSecret(secretHash: string): Promise<LinkRecord | undefined>
  /** The newest first: those of a pad alone, or those of an event, its tracks and its pads. */
  links(of: { pad: string } | { event: string }): Promise<LinkRecord[]>
  /** False if it is revoked already, or not there. */
  revoke(id: number, at: number, note?: ActToNote): Promise<boolean>
  /** Notes that somebody opened a link. Who holds it already goes on holding it since then. */
  hold(id: number, person: string, at: number): Promise<void>
  /** The last `most` who opened a link, the last first, and how many there are. */
  holders(id: number, most: number): Promise<{ last: HolderRecord[]; count: number }>
  /** What somebody holds at a moment, by links that are neither revoked nor expired. */
  grantsOf(person: string, at: number): Promise<Grant[]>
  /** The next moment after this one at which a link expires. */
  nextExpiry(after: number): Promise<number | null>
  /** What the links are good for that expire after one moment and not after another. */
  expiring(after: number, upTo: number): Promise<LinkScope[]>
}
