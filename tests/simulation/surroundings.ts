import type { Clock } from '@forumpad/sync'
import type { Random } from '@forumpad/sync/testing'
import type { Chronicle } from './chronicle.ts'
import type { Disk } from './disk.ts'
import type { ServerProcess } from './server-process.ts'

/** What everybody in a schedule lives among. */
export type Surroundings = {
  readonly pad: string
  readonly random: Random
  readonly clock: Clock
  readonly disk: Disk
  readonly chronicle: Chronicle
  /** The server, or undefined while there is none. */
  server(): ServerProcess | undefined
  /** Notes what a trace should show. */
  say(what: string): void
  /** A promise is broken. The first one ends the schedule. */
  broken(promise: string): void
  /** Somebody's page was refused because a stranger had taken one of its ids first: permitted, and counted. False if no stranger did. */
  wasElbowedOut(person: string, clients: readonly number[]): boolean
  /** Whom a Yjs client id belongs to, if to one of the people. */
  ownerOf(client: number): string | undefined
}
