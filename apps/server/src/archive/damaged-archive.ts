import { ProblemError } from '../http/problem-error.ts'

const WAY_OUT = 'Nothing was imported. Download the archive again from where it was made, or take another copy of it.'

/**
 * An archive that cannot be trusted as a whole.
 *
 * @param path the file in it
 * @param what is wrong with it, as the rest of a sentence
 */
export function damaged(path: string, what: string): ProblemError {
  return new ProblemError(422, 'damaged-archive', `This archive is damaged: ${shown(path)} ${what}. ${WAY_OUT}`)
}

/** A file that is no archive of ours. */
export function noArchive(what: string): ProblemError {
  return new ProblemError(
    422,
    'not-an-archive',
    `${what} Nothing was imported. An archive is what "Archive with every pad and its history" on an event’s desk gives.`,
  )
}

export function tooLargeArchive(what: string): ProblemError {
  return new ProblemError(413, 'archive-too-large', `${what} Nothing was imported.`)
}

/** A path may say anything, at any length. */
export const shown = (path: string): string => `"${path.replace(/\p{C}/gu, '\u{fffd}').slice(0, 200)}"`
