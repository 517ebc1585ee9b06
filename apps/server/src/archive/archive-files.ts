import { createHash } from 'node:crypto'
import type { ZippedFile } from './write-zip.ts'

/** Where what lies in an archive. */
export const FILES = {
  readme: 'README.txt',
  index: 'index.html',
  event: 'event.json',
  agenda: 'agenda.json',
  people: 'people.json',
  server: 'server.json',
  manifest: 'manifest.json',
} as const

/** The files of a pad. */
export const padFiles = (pad: string) => {
  const folder = `pads/${pad}`
  return {
    page: `${folder}/index.html`,
    markdown: `${folder}/text.md`,
    text: `${folder}/text.json`,
    facts: `${folder}/pad.json`,
    beside: `${folder}/beside.json`,
    history: `${folder}/history.jsonl`,
    image: (name: string) => `${folder}/images/${name}`,
    version: (number: number, type: string) => `${folder}/versions/${number}.${type}`,
  }
}

/** Whether a file comes back when the archive is imported. The others are there to be read, or name the server. */
export function comesBack(path: string): boolean {
  if (path === FILES.event || path === FILES.agenda || path === FILES.people) return true
  return /^pads\/[^/]+\/(?:(?:pad|beside)\.json|history\.jsonl|(?:images|versions)\/[^/]+)$/.test(path)
}

/** See `Manifest`: the same for all archives of the same notes. */
export function contentsOf(files: readonly Pick<ZippedFile, 'path' | 'sha256'>[]): string {
  const hash = createHash('sha256')
  for (const { path, sha256 } of files) if (comesBack(path)) hash.update(`${sha256}  ${path}\n`)
  return hash.digest('hex')
}

export const README = `An archive of an event of Forumpad: every pad with its notes and its whole history.

To read it, unpack it and open index.html in a browser. No server and no program is needed.
To bring it to another server: npm start -- --archive FILE, or "Bring an archive" on its page for new events.

manifest.json   What must be here: the SHA-256 of each file, counts, and "contents", which is the SHA-256 of the lines
                "SHA-256, two spaces, path, line feed" of the files marked with * in their order. Two archives with the
                same "contents" hold the same notes, whichever server made them.
event.json    * The event, its sessions, and every key that they were imported under.
agenda.json   * The last import of the agenda, with the feed as it came.
people.json   * Everybody who wrote or spoke: id, name and colour (a hue from 0 to 15).
server.json     The numbers behind the short addresses of the pads.
pads/NAME/      The notes of one session.
  index.html    To be read in a browser.
  text.md       The same as Markdown.
  text.json     The same as a tree of lines.
  pad.json    * What is known of the pad; who each client id of Yjs belongs to; its images.
  history.jsonl * Every revision in a line of its own: when, whose, and what it changed, as a Yjs update (version 1) in
                base64. All of them in their order give the text.
  beside.json * Saved revisions, chat, comments, who was there, the frozen versions with their checksums, and when words
                were taken out of all of this.
  images/     * By the SHA-256 of what is in them.
  versions/   * The files of the frozen versions.

Instants are milliseconds since 1970, those of sessions are ISO 8601 in UTC.

Not in here: keys, cookies and links that give roles, the address that the agenda came from, raised hands, timers and
what the board says while a session runs, and how to undo earlier imports of the agenda.
`
