import type { Checkpoint, LogRow } from '@forumpad/sync'
import type { AgendaFile, BesideFile, EventFile, PadFile } from './archive-format.ts'

/** An event with everything but its pads; these have names, and numbers for their short addresses. */
export type ArchivedEvent = EventFile & AgendaFile & { numbers: ReadonlyMap<string, number> }

/** A pad with everything but its log. */
export type ArchivedPad = { facts: PadFile; beside: BesideFile }

/** The files of a frozen version. */
export type VersionBytes = Record<(typeof VERSION_FILES)[number], Uint8Array>
export const VERSION_FILES = ['md', 'txt', 'json'] as const

/** A pad to be, with its log, and its text as of the end of it. */
export type PadToBe = ArchivedPad & {
  log: AsyncIterable<readonly LogRow[]>
  checkpoint: Checkpoint | undefined
  /** In the order of `beside.versions`. */
  versions: readonly VersionBytes[]
}

/** What is in the way of an event that comes from an archive. */
export type Taken = { event: boolean; pads: string[]; sessions: boolean }

/** What an archive of an event holds, to be read, and to come back on another server. */
export interface ArchiveStore {
  /** Undefined if there is no such event. */
  readEvent(event: string): Promise<ArchivedEvent | undefined>
  /** A pad as of a revision: what was saved or made final of later ones is left out. Undefined if it is gone. */
  readPad(name: string, revision: number): Promise<ArchivedPad | undefined>
  versionFiles(pad: string, number: number): Promise<VersionBytes | undefined>
  /** What of this is here already, under the same names. */
  taken(event: ArchivedEvent): Promise<Taken>
  /**
   * Keeps an event with all its pads in one transaction: it is there as a whole, or not at all, whatever `pads` throws. Others wait meanwhile.
   *
   * @returns what is in the way; undefined if it was kept
   */
  write(event: ArchivedEvent, pads: AsyncIterable<PadToBe>, people: People): Promise<Taken | undefined>
}

/** Those who are not known here are kept, as of `at`. */
export type People = { people: readonly { id: string; name: string; hue: number }[]; at: number }
