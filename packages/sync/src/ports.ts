import type { ActToNote, CreditMap, PadStatus, Person, Role } from '@forumpad/api'
import type * as Y from 'yjs'

/**
 * Where pads are kept. One implementation per database; `testing/pad-store-contract.ts` says what each must do.
 * All methods may be called at the same time; a rejected promise means that nothing of the call was stored.
 */
export interface PadStore {
  /** All that is needed to open a pad, or undefined if there is no pad of that name. */
  load(pad: string): Promise<StoredPad | undefined>
  /**
   * Appends to the logs of several pads in one durable transaction: when the promise resolves, all is on disk.
   * Revisions are given in order, without gaps, over all servers. `pads` names each pad once.
   */
  append(pads: readonly Append[], at: number): Promise<readonly Appended[]>
  /** Up to `limit` rows of a pad's log that come after revision `after`, in order; none if there is no such pad. */
  readLog(pad: string, after: number, limit: number): Promise<readonly LogRow[]>
  /**
   * Keeps a merged state so that opening costs the text and not its history. An older revision than the kept one is ignored, and so is one
   * of another epoch than the pad's: what was redacted must not come back.
   */
  saveCheckpoint(pad: string, checkpoint: Checkpoint & { epoch: number }): Promise<void>
  /** Keeps since when a pad takes no text, or that it does again: null; and `note` with it. On disk when the promise resolves. */
  setFrozen(pad: string, since: number | null, note?: ActToNote): Promise<void>
}

/** `authorship` says who wrote what is in `state` (`Authorship.encode`); without it that is made anew from the log. */
export type Checkpoint = { revision: number; state: Uint8Array; authorship?: Uint8Array | undefined }

export type StoredPad = {
  epoch: number
  head: number
  checkpoint: Checkpoint | undefined
  /** The updates after the checkpoint up to `head`, in order. */
  tail: StoredChange[]
  /** Who each Yjs client id of the pad belongs to. */
  clients: Map<number, ClientOwner>
  /** Since when it takes no text: milliseconds since 1970. */
  frozenAt: number | null
  /** Whose the words were that were redacted, where the log no longer tells. */
  keptCredits?: Pick<CreditMap, 'slice'> | undefined
}

/** An update as it lies in the log, whose it is, and when it was stored: milliseconds since 1970. */
export type StoredChange = Omit<LogEntry, 'note'> & { at: number }

export type LogRow = StoredChange & { revision: number }

/**
 * `verified` is false for an id that somebody else brought along. Under one that is a `hand` the server alone writes, what the person had
 * written before and what comes back: it stays theirs, whoever brought it back.
 */
export type ClientOwner = { person: string; verified: boolean; hand?: true }

/** One pad's share of a commit. */
export type Append = {
  pad: string
  /** Nothing is appended if the pad's epoch is another by now. */
  epoch: number
  /** Nothing is appended unless the log is still empty: the seed of a pad is written once. */
  onlyIfEmpty: boolean
  entries: readonly LogEntry[]
  clients: readonly { client: number; owner: ClientOwner }[]
}

/** One revision to be: an update as the person sent it, never merged with another person's. */
export type LogEntry = {
  person: string
  bytes: Uint8Array
  /** An act of power that this is, to be noted in the same transaction. */
  note?: ActToNote
}

export type Appended =
  | { is: 'appended'; pad: string; head: number }
  | { is: 'refused'; pad: string; because: 'no such pad' | 'not empty' | 'other epoch' }

/** Changes of the server's own: updates, each a revision, and whose the client ids are that are new in them. */
export type OwnChanges = {
  updates: readonly Uint8Array[]
  claims: readonly { client: number; owner: ClientOwner }[]
  /** The act of power that they are; noted with the last of them. */
  note?: ActToNote
}

/** Mends what an update did to the shape of the document. */
export interface SchemaCheck {
  /** The version that pages must have. */
  readonly version: number
  /** The name of the one root of the document. */
  readonly root: string
  /**
   * Looks at the types that a transaction touched and turns what the schema does not know into lines with the same words,
   * by changing `doc` in a transaction of its own with origin `origin`. Changes nothing where all is well.
   */
  mend(doc: Y.Doc, touched: ReadonlySet<Y.AbstractType<unknown>>, origin: unknown): void
  /**
   * Puts words back whose line was deleted, under the document's client id, in the transaction that runs. At a place that is no more they get
   * a line of their own.
   *
   * @returns the id of the first character, and that of the line if one was made
   */
  rescue(doc: Y.Doc, words: string, place: RescuePlace): { first: Y.ID; line?: Y.ID }
}

/** Where words are to be put back: beside a character, if that can still be seen, or else after a block, deleted or not. */
export type RescuePlace = { beside: { id: Y.ID; side: 'before' | 'after' } | undefined; after: Y.ID | undefined }

/** One socket, as the core sees it. Frames are complete; `send` may join several in one write. */
export interface Wire {
  /** Sends frames, in order, each as one WebSocket message. */
  send(frames: readonly Frame[]): void
  /** Bytes that were sent and have not left this machine yet. */
  queuedBytes(): number
  /** Calls back once, when most of what is queued has left. */
  onceDrained(callback: () => void): void
  close(code: number, reason: string): void
}

/** A message in the form that goes out on a wire, made once for all of them. */
export interface Frame {
  readonly payload: Uint8Array
}

/** Makes frames; the server's puts the WebSocket header on once. */
export type MakeFrame = (payload: Uint8Array) => Frame

/** The only source of time in the core. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after `ms`; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void
}

/** Who sits at the other end of a wire, and what they asked for when they connected. */
export type PeerIntro = {
  person: Person
  /** The one Yjs client id that a page announces; a stock client's is the first unknown one it writes with. */
  client: number | undefined
  /** Whether the extra messages (100 and up) are wanted: our own page. */
  page: boolean
  /** What the page was built for; undefined for stock clients, which are taken as they are. */
  schemaVersion: number | undefined
  epoch: number | undefined
  /** Whether words are taken from them now. */
  mayWrite: boolean
  /** What they are in the pad, as far as is known now, for the others to see. */
  role?: (() => Role | null) | undefined
  /** What they may do now: asked when they come, and again whenever rights have changed. Without it `mayWrite` stands for good. */
  rightNow?: (() => Promise<PadRight>) | undefined
}

/** What somebody may do in a pad: nothing at all, read it, or write in it too. */
export type PadRight = 'none' | 'read' | 'write'

/** What the core tells the program around it. Never awaited; must not throw. */
export interface SyncEvents {
  /** Changes of a pad were committed, which these people made. */
  committed(pad: string, people: ReadonlySet<string>): void
  /** The saving state changed: for `/ready` and the log. */
  status(status: PadStatus): void
  /** The store or the seed failed at something; the core goes on and tries again. */
  failed(doing: string, error: unknown): void
  /** A socket was closed for what it did. */
  closed(pad: string, person: string, code: number, reason: string): void
}

/** Everything the core needs from outside. */
export type SyncParts = {
  store: PadStore
  schema: SchemaCheck
  clock: Clock
  frame: MakeFrame
  events: SyncEvents
  /** The update that makes revision 1 of a pad whose log is empty, or undefined to leave it empty. */
  seed(pad: string): Promise<Uint8Array | undefined>
  /** The people with these ids, in any order. */
  persons(ids: readonly string[]): Promise<readonly Person[]>
}

/** One socket's way into its pad. */
export interface Connection {
  /** One binary message, as it came. */
  receive(message: Uint8Array): void
  /** The socket is gone. */
  closed(): void
}
