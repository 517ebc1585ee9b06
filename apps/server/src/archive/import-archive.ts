import type { ImportedArchive } from '@forumpad/api'
import type { LogRow } from '@forumpad/sync'
import { ProblemError } from '../http/problem-error.ts'
import { padFiles } from './archive-files.ts'
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.ts'
import { type ArchiveStore, type PadToBe, type Taken, VERSION_FILES, type VersionBytes } from './archive-store.ts'
import { type CheckedArchive, type CheckedPad, type CheckParts, checkArchive } from './check-archive.ts'
import { type OpenArchive, openArchive } from './open-archive.ts'
import { readHistory } from './read-history.ts'

export type ImportArchiveParts = Omit<CheckParts, 'limits'> & {
  archive: Pick<ArchiveStore, 'taken' | 'write'>
  images: {
    /** On disk when the promise resolves. */
    write(bytes: Buffer, name: string): Promise<void>
    /** Takes a file away again, unless a pad keeps it. */
    drop(name: string): Promise<void>
  }
  /** Pads have come, with their texts. */
  imported(pads: readonly string[]): void
  limits?: ArchiveLimits
}

/**
 * Brings an event from an archive: everything in it is checked before anything is written, and then it is there as a whole or not at all.
 * Throws a ProblemError that names what is in the way.
 *
 * @param path a ZIP file that nobody changes meanwhile
 */
export async function importArchive(parts: ImportArchiveParts, path: string): Promise<ImportedArchive> {
  const limits = parts.limits ?? ARCHIVE_LIMITS
  const archive = await openArchive(path, limits)
  try {
    const checked = await checkArchive({ ...parts, limits }, archive)
    refuseTaken(checked, await parts.archive.taken(checked.event))
    const images = new Set<string>()
    try {
      for (const pad of checked.pads) await writeImages(parts, archive, pad, images)
      const pads = padsToBe(archive, checked.pads, limits)
      const inTheWay = await parts.archive.write(checked.event, pads, { people: checked.people, at: parts.now() })
      if (inTheWay) refuseTaken(checked, inTheWay)
    } catch (error) {
      for (const name of images) await parts.images.drop(name)
      throw error
    }
    parts.imported(checked.pads.filter(({ facts }) => facts.revision > 0).map(({ facts }) => facts.name))
    const { event, counts, contents } = checked
    return { event: event.event, counts, contents }
  } finally {
    archive.close()
  }
}

/** Names in a sentence; the others are counted. */
const NAMED = 5

function refuseTaken({ event: { event } }: CheckedArchive, { event: isThere, pads, sessions }: Taken): void {
  if (isThere)
    throw new ProblemError(
      409,
      'event-exists',
      `The event "${event.title}" is here already, at /e/${event.slug}. Nothing was imported.`,
    )
  if (pads.length > 0) {
    const named = pads.slice(0, NAMED).map((name) => `"${name}"`)
    const others = pads.length > NAMED ? ` and ${pads.length - NAMED} more` : ''
    throw new ProblemError(
      409,
      'pads-exist',
      `Other pads here have the names ${named.join(', ')}${others}, and an address never changes. Nothing was imported: import this archive on another server.`,
    )
  }
  if (sessions)
    throw new ProblemError(
      409,
      'sessions-exist',
      `Sessions of "${event.title}" are here already in another event. Nothing was imported: import this archive on another server.`,
    )
}

async function writeImages(
  { images }: ImportArchiveParts,
  archive: OpenArchive,
  { facts }: CheckedPad,
  written: Set<string>,
): Promise<void> {
  for (const { name } of facts.images) {
    if (written.has(name)) continue
    const bytes = await bytesOf(archive, padFiles(facts.name).image(name))
    written.add(name)
    await images.write(bytes, name)
  }
}

async function* padsToBe(
  archive: OpenArchive,
  pads: readonly CheckedPad[],
  limits: ArchiveLimits,
): AsyncGenerator<PadToBe> {
  for (const { facts, beside, checkpoint, mended } of pads) {
    const files = padFiles(facts.name)
    const versions: VersionBytes[] = []
    for (const { number } of beside.versions) {
      const [md, txt, json] = await Promise.all(
        VERSION_FILES.map((type) => bytesOf(archive, files.version(number, type))),
      )
      if (md && txt && json) versions.push({ md, txt, json })
    }
    const log = wholeLog(readHistory(files.history, archive.read(files.history), limits), mended)
    yield { facts, beside, checkpoint, versions, log }
  }
}

async function* wholeLog(rows: AsyncIterable<LogRow[]>, mended: readonly LogRow[]): AsyncGenerator<readonly LogRow[]> {
  yield* rows
  if (mended.length > 0) yield mended
}

async function bytesOf(archive: OpenArchive, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of archive.read(path)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
