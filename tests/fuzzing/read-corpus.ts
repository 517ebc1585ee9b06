import { readdirSync, readFileSync } from 'node:fs'

/** An input that once broke something, or nearly, or a plain one of each kind. */
export type CorpusEntry = {
  file: string
  what: string
  /** With which code the socket is closed at the last frame; null if it is not. */
  closes: number | null
  /** Said one after the other by somebody who joined the pad of `recordMessages`. */
  frames: Uint8Array[]
}

const FOLDER = new URL('../../packages/sync/fuzz-corpus/', import.meta.url)

export function readCorpus(): CorpusEntry[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { what, closes, frames } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))
      return { file, what, closes, frames: frames.map((hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))) }
    })
}
