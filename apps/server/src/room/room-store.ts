import type { Attendee, Timer } from '@forumpad/api'
import type { Queue } from './queue.ts'

/** What a room remembers. `version` grows with every change of the queue or the timer. */
export type Room = Queue & { readonly version: number; readonly timer: Timer | null }

/** Where the queue, the timer and the attendance of each pad's room are kept. */
export interface RoomStore {
  /** An empty room at version 0 for a pad in which nothing has happened, or that is none. */
  read(pad: string): Promise<Room>
  /**
   * Changes queue and timer in one transaction, so that of several changes at once each sees the one before. A change that gives the very
   * same room back stores nothing. Undefined if there is no such pad.
   */
  change(
    pad: string,
    change: (room: Room) => Omit<Room, 'version'>,
  ): Promise<{ room: Room; isNew: boolean } | undefined>
  /** In the order in which they came. */
  attendees(pad: string): Promise<Attendee[]>
  /** Notes that somebody is here, unless `most` others are; once more, and it is corrected at its place. */
  attend(pad: string, attendee: Attendee, most: number): Promise<'listed' | 'full' | 'no such pad'>
  /** Forgets that somebody was here. False if nobody knew. */
  unattend(pad: string, person: string): Promise<boolean>
}
