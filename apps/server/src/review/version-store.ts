import type { MinutesVersion } from '@forumpad/api'

/** The forms in which a version is kept. */
export const VERSION_FILES = ['md', 'txt', 'json'] as const
export type VersionFile = (typeof VERSION_FILES)[number]

/** A frozen version of a pad's minutes, without its files. Instants are milliseconds since 1970. */
export type KeptVersion = {
  /** From 1 in each pad, without gaps. */
  number: number
  /** Which text it is. */
  revision: number
  epoch: number
  at: number
  /** Who froze it, by the name they had then; null where the event's setting did, or a program. */
  by: string | null
  /** SHA-256 of each file, in hexadecimal. */
  checksums: Checksums
  /** When words were taken out of its files, the newest first, and which checksums these had before. */
  redactions: readonly { at: number; before: Checksums }[]
}

export type Checksums = Record<VersionFile, string>

export type NewVersion = Omit<KeptVersion, 'number' | 'checksums' | 'redactions'> & {
  /** Given the number that the version will have. Must not wait. */
  files(number: number): Record<VersionFile, Uint8Array>
}

/** Where the frozen versions of minutes are kept. Nobody deletes one; only redaction writes the files of one anew. */
export interface VersionStore {
  /** The newest first. */
  versions(pad: string): Promise<KeptVersion[]>
  find(pad: string, number: number): Promise<KeptVersion | undefined>
  /** The bytes of a file of a version. */
  file(pad: string, number: number, file: VersionFile): Promise<Uint8Array | undefined>
  /**
   * Keeps the next version in one transaction, or gives the newest one where that is of the same text already. Undefined if there is no such
   * pad, if it takes text again by now, or if its epoch is another: what was redacted meanwhile must not come back.
   */
  add(pad: string, version: NewVersion): Promise<{ version: KeptVersion; isNew: boolean } | undefined>
}

/** A version as others are told of it. */
export function toldVersion({ number, revision, at, by, checksums, redactions }: KeptVersion): MinutesVersion {
  const told = redactions.map(({ at, before }) => ({ at: new Date(at).toISOString(), before }))
  return { number, revision, at: new Date(at).toISOString(), by, checksums, redactions: told }
}
