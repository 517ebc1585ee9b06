/** What an archive may cost before anything of it is believed. */
export const ARCHIVE_LIMITS = {
  /** The ZIP file. */
  bytes: 2 * 1024 ** 3,
  /** All of its files, as they are unpacked. */
  unpackedBytes: 8 * 1024 ** 3,
  /** A file that is read as a whole. */
  wholeBytes: 128 * 1024 ** 2,
  /** A revision, as a line of a history. */
  lineBytes: 64 * 1024 ** 2,
  imageBytes: 64 * 1024 ** 2,
  files: 500_000,
} as const

/** `ARCHIVE_LIMITS`, or others, so that a test need not write gigabytes. */
export type ArchiveLimits = Record<keyof typeof ARCHIVE_LIMITS, number>
