import type { ArchiveCounts, Person } from '@forumpad/api'
import { documentToMarkdown, type PadDocument } from '@forumpad/pad-schema'
import type { PadStore } from '@forumpad/sync'
import { contentsOf, FILES, padFiles, README } from './archive-files.ts'
import { ARCHIVE_FORMAT, type Manifest } from './archive-format.ts'
import { indexPage, padPage } from './archive-pages.ts'
import { type ArchivedEvent, type ArchivedPad, type ArchiveStore, VERSION_FILES } from './archive-store.ts'
import type { ZipEntry, ZippedFile } from './write-zip.ts'

export type ArchiveParts = {
  archive: Pick<ArchiveStore, 'readPad' | 'versionFiles'>
  store: Pick<PadStore, 'readLog'>
  /** The text of a pad and the revision that it is of; undefined where nobody has opened it. */
  textOf(pad: string): Promise<{ revision: number; document: PadDocument } | undefined>
  findPerson(id: string): Promise<Person>
  /** The bytes of an image that a pad keeps. */
  readImage(name: string): AsyncIterable<Uint8Array>
}

/** Rows of a log that are read at once. */
const PAGE = 500

/**
 * The files of an event's archive, in order: the event, each pad, the people, the index and, last, the manifest with the checksums of all
 * files before it.
 *
 * @param written what was written so far
 */
export async function* archiveEntries(
  parts: ArchiveParts,
  archived: ArchivedEvent,
  { madeAt, written }: { madeAt: string; written: readonly ZippedFile[] },
): AsyncGenerator<ZipEntry> {
  const { numbers, lastImport, ...file } = archived
  const { event } = file
  const sessions = file.sessions.map(({ session }) => session)
  const counts: Omit<ArchiveCounts, 'people'> = {
    ...{ sessions: sessions.length, pads: 0, revisions: 0, chat: 0, comments: 0, images: 0, versions: 0 },
  }
  const people = new Set<string>()
  yield plain(FILES.readme, README)
  yield json(FILES.event, file)
  yield json(FILES.agenda, { lastImport })
  for (const name of numbers.keys()) {
    const text = await parts.textOf(name)
    // After the text: whose its client ids are was stored with it.
    const pad = await parts.archive.readPad(name, text?.revision ?? 0)
    if (!pad) throw new Error(`The pad "${name}" is gone.`)
    count(counts, pad)
    for (const { person } of [...pad.facts.clients, ...saidBeside(pad)]) people.add(person)
    const session = sessions.find((each) => each.pad === name)
    const page = padPage({ event, session, pad: pad.facts, document: text?.document })
    yield* padEntries(parts, pad, { page, document: text?.document ?? { blocks: [] }, people })
  }
  const known = await Promise.all([...people].sort().map((id) => parts.findPerson(id)))
  yield json(FILES.people, known)
  yield json(FILES.server, { numbers: [...numbers] })
  yield plain(FILES.index, indexPage({ event, sessions }))
  const manifest: Manifest = {
    ...{ ...ARCHIVE_FORMAT, madeAt, event, counts: { ...counts, people: known.length } },
    ...{ contents: contentsOf(written), files: [...written] },
  }
  yield json(FILES.manifest, manifest)
}

function count(counts: Omit<ArchiveCounts, 'people'>, { facts, beside }: ArchivedPad): void {
  counts.pads += 1
  counts.revisions += facts.revision
  counts.images += facts.images.length
  counts.chat += beside.chat.length
  counts.comments += beside.comments.length
  counts.versions += beside.versions.length
}

const saidBeside = ({ beside: { saved, chat, comments, attendees } }: ArchivedPad) => [
  ...saved,
  ...chat,
  ...comments,
  ...attendees,
]

type PadText = {
  document: PadDocument
  page: string
  /** Takes everybody who wrote. */
  people: Set<string>
}

async function* padEntries(parts: ArchiveParts, { facts, beside }: ArchivedPad, { document, page, people }: PadText) {
  const { name, revision } = facts
  const files = padFiles(name)
  yield plain(files.page, page)
  yield plain(files.markdown, documentToMarkdown(document))
  yield json(files.text, document)
  yield json(files.facts, facts)
  yield json(files.beside, beside)
  yield { path: files.history, content: historyOf(parts, name, revision, people) }
  for (const image of facts.images)
    yield { path: files.image(image.name), content: parts.readImage(image.name), packed: true }
  for (const { number } of beside.versions) {
    const bytes = await parts.archive.versionFiles(name, number)
    if (!bytes) throw new Error(`Version ${number} of the pad "${name}" is gone.`)
    for (const type of VERSION_FILES) yield file(files.version(number, type), bytes[type])
  }
}

/** Every revision in a line of its own: when, whose, and what it changed, a Yjs update (version 1) in base64. */
async function* historyOf({ store }: ArchiveParts, pad: string, upTo: number, people: Set<string>) {
  for (let after = 0; after < upTo; ) {
    const rows = await store.readLog(pad, after, Math.min(PAGE, upTo - after))
    if (rows.length === 0) throw new Error(`The log of the pad "${pad}" ends before revision ${upTo}`)
    for (const { revision, at, person, bytes } of rows) {
      people.add(person)
      after = revision
      yield Buffer.from(`${JSON.stringify({ revision, at, person, update: Buffer.from(bytes).toString('base64') })}\n`)
    }
  }
}

const json = (path: string, value: unknown): ZipEntry => plain(path, `${JSON.stringify(value, null, 1)}\n`)

const plain = (path: string, text: string): ZipEntry => file(path, Buffer.from(text))

const file = (path: string, bytes: Uint8Array): ZipEntry => ({
  path,
  content: (async function* () {
    yield bytes
  })(),
})
