import type { ActToNote } from '@forumpad/api'

/** Instants are milliseconds since 1970, people are told by their ids. */
export type BlockRecord = { person: string; at: number }

/** Who may not write in the pads of an event, whatever they hold by links. What is done with a `note` is noted in the same transaction. */
export interface BlockStore {
  isBlocked(event: string, person: string): Promise<boolean>
  /** The last first. */
  blocked(event: string): Promise<BlockRecord[]>
  /** False if they are blocked already. */
  block(event: string, person: string, at: number, note?: ActToNote): Promise<boolean>
  /** False if they are not blocked. */
  lift(event: string, person: string, note?: ActToNote): Promise<boolean>
}
