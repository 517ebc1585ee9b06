import type { Contributor, MarkedLine, Session } from '@forumpad/api'
import type { Block } from '@forumpad/pad-schema'

/** The session of frozen minutes, as the agenda had it then. */
export type FrozenSession = Pick<Session, 'start' | 'end' | 'sampleTime' | 'room' | 'track' | 'people' | 'url'> & {
  event: string
  timeZone: string
}

/**
 * A frozen version as its JSON file holds it. Who was in the room is not in it: whoever said so may take it back. Instants are ISO 8601, in
 * UTC.
 */
export type FrozenMinutes = {
  format: 'forumpad-minutes'
  formatVersion: 1
  pad: string
  /** The path of its permanent address. */
  address: string
  version: number
  revision: number
  frozenAt: string
  frozenBy: string | null
  title: string
  session: FrozenSession | null
  outcomes: MarkedLine[]
  contributors: Contributor[]
  /** The text, block by block: the permanent name of the line, the id of the contributor who wrote most of it, and what it says. */
  lines: { line: string; by: string | null; block: Block }[]
}

/** Reads the JSON file of a version. Throws if it is none: nobody but us writes them. */
export function readFrozenMinutes(bytes: Uint8Array): FrozenMinutes {
  const read = JSON.parse(new TextDecoder().decode(bytes)) as FrozenMinutes
  if (read.format !== 'forumpad-minutes' || read.formatVersion !== 1)
    throw new Error('This file is no version of minutes, or of a form that this server does not know.')
  return read
}
