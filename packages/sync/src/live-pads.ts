import type { PadStatus, Person } from '@forumpad/api'
import type * as Y from 'yjs'
import type { Clock, MakeFrame, PadStore, PeerIntro, SchemaCheck, SyncEvents, Wire } from './ports.ts'

/** Everything the core needs from outside. */
export type SyncParts = {
  store: PadStore
  schema: SchemaCheck
  clock: Clock
  frame: MakeFrame
  events: SyncEvents
  /** The update that makes revision 1 of a pad whose log is empty, or undefined to leave it empty. */
  seed(pad: string): Promise<Uint8Array | undefined>
}

/** All pads that are open in this server's memory. */
export interface LivePads {
  /**
   * Takes a socket that was just opened. Synchronous: nothing that the socket says is missed, however long the pad takes to
   * load. An unknown pad closes the wire with 4404.
   */
  connect(pad: string, intro: PeerIntro, wire: Wire): Connection
  /** The committed document, merged, or undefined if there is no such pad. Does not make the pad live, and never seeds it. */
  read(pad: string): Promise<{ revision: number; state: Uint8Array } | undefined>
  /**
   * A change that the server makes for a person, as one revision. Resolves with its number once it is committed.
   * Rejects if there is no such pad.
   */
  edit(pad: string, person: string, change: (doc: Y.Doc) => void): Promise<number>
  /** Who is in the pad now; each person once, however many windows they have open. */
  present(pad: string): Person[]
  /** A person took another name or colour: every pad they are in shows it. */
  personChanged(person: Person): void
  status(): PadStatus
  /** Closes every socket with 1012 and resolves when all that was received is stored. */
  stop(): Promise<void>
}

/** One socket's way into its pad. */
export interface Connection {
  /** One binary message, as it came. */
  receive(message: Uint8Array): void
  /** The socket is gone. */
  closed(): void
}

export declare function createLivePads(parts: SyncParts): LivePads
