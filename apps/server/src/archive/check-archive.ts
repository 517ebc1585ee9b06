import type { ArchiveCounts, Person } from '@forumpad/api'
import { schemaCheck } from '@forumpad/pad-schema'
import { CheckedLog, type Checkpoint, type LogRow, readKeptCredits } from '@forumpad/sync'
import { contentsOf, FILES, padFiles } from './archive-files.ts'
import { AgendaFile, BesideFile, EventFile, PadFile, PeopleFile, ServerFile } from './archive-format.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { type ArchivedEvent, type ArchivedPad, VERSION_FILES } from './archive-store.ts'
import { checkBeside, checkEvent, checkPadFacts, requireUnique } from './check-facts.ts'
import { damaged } from './damaged-archive.ts'
import type { OpenArchive } from './open-archive.ts'
import { parseJson } from './parse-json.ts'
import { readHistory } from './read-history.ts'

export type CheckParts = {
  limits: ArchiveLimits
  /** Why these bytes cannot be kept as an image of this name, as the rest of a sentence; undefined if they can. */
  whyNoImage(name: string, bytes: Buffer): string | undefined
  now(): number
}

/** A pad that may be written: its log is read again then. `mended` are rows that the server adds at its end. */
export type CheckedPad = ArchivedPad & { checkpoint: Checkpoint | undefined; mended: readonly LogRow[] }

/** An archive of which everything was read and found in order. */
export type CheckedArchive = {
  event: ArchivedEvent
  pads: CheckedPad[]
  people: Person[]
  counts: ArchiveCounts
  contents: string
}

/** Reads every file of an archive and throws where anything is not as it must be. Keeps texts and facts, but no history and no image. */
export async function checkArchive(parts: CheckParts, archive: OpenArchive): Promise<CheckedArchive> {
  const { manifest } = archive
  const seen = new Set<string>()
  const { whole, json, look } = reading(parts.limits, archive, seen)
  const file = await json(FILES.event, EventFile)
  const { lastImport } = await json(FILES.agenda, AgendaFile)
  const people = await json(FILES.people, PeopleFile)
  const { numbers } = await json(FILES.server, ServerFile)
  checkEvent(file, manifest.event)
  requireUnique(FILES.people, 'person', people, ({ id }) => id)
  requireUnique(FILES.server, 'pad', numbers, ([pad]) => pad)
  requireUnique(FILES.server, 'number', numbers, ([, number]) => number)

  const pads: CheckedPad[] = []
  const names = file.sessions.map(({ session }) => session.pad).sort()
  for (const name of names) pads.push(await checkPad(name))
  const numberOf = new Map(numbers)
  const event = {
    ...{ ...file, lastImport },
    numbers: new Map(names.map((name) => [name, numberOf.get(name) ?? Number.MAX_SAFE_INTEGER])),
  }
  for (const { path } of manifest.files) if (!seen.has(path)) await look(path)
  const counts = countsOf(file, pads, people)
  for (const [what, count] of Object.entries(manifest.counts))
    if (counts[what as keyof ArchiveCounts] !== count)
      throw damaged(FILES.manifest, `counts ${count} ${what}, and there are ${counts[what as keyof ArchiveCounts]}`)
  const contents = contentsOf(manifest.files)
  if (contents !== manifest.contents)
    throw damaged(FILES.manifest, 'has another checksum of all contents than they have')
  return { event, pads, people, counts, contents }

  async function checkPad(name: string): Promise<CheckedPad> {
    const files = padFiles(name)
    const facts = await json(files.facts, PadFile)
    checkPadFacts(files.facts, facts, name)
    const log = await checkLog(files.history, facts)
    const beside = await json(files.beside, BesideFile)
    checkBeside(files.beside, beside, facts.revision)
    for (const { name: image, bytes } of facts.images) {
      const path = files.image(image)
      const content = await whole(path, parts.limits.imageBytes)
      const why = content.length === bytes ? parts.whyNoImage(image, content) : 'has another length than its pad says'
      if (why !== undefined) throw damaged(path, why)
    }
    for (const { number, sha256 } of beside.versions)
      for (const type of VERSION_FILES) {
        const path = files.version(number, type)
        await whole(path, parts.limits.wholeBytes)
        if (archive.checksumOf(path) !== sha256[type]) throw damaged(path, 'is not what was frozen')
      }
    return { facts: { ...facts, clients: [...facts.clients, ...log.clients] }, beside, ...log }
  }

  async function checkLog(path: string, { clients, revision, keptCredits }: PadFile) {
    const owners = new Map(
      clients.map(({ client, person, verified, hand }) => [
        client,
        { person, verified, ...(hand ? { hand: true as const } : {}) },
      ]),
    )
    const kept = keptCredits === undefined ? undefined : readKeptCredits(Buffer.from(keptCredits, 'base64'))
    const log = new CheckedLog(schemaCheck, (client) => owners.get(client), kept)
    try {
      seen.add(path)
      for await (const rows of readHistory(path, archive.read(path), parts.limits)) {
        for (const row of rows) {
          const fault = log.add(row)
          if (fault !== undefined)
            throw damaged(path, `cannot be the history of a pad at revision ${row.revision}. ${fault}`)
        }
      }
      if (log.revision !== revision)
        throw damaged(path, `has ${log.revision} revisions, and its pad says that there are ${revision}`)
      const mending = revision > 0 ? log.mend(parts.now()) : undefined
      return {
        mended: mending?.rows ?? [],
        clients: mending ? [{ ...mending.claim.owner, client: mending.claim.client, hand: false }] : [],
        checkpoint: revision > 0 ? log.checkpoint() : undefined,
      }
    } finally {
      log.end()
    }
  }
}

/** Reads files, and notes which. */
function reading(limits: ArchiveLimits, archive: OpenArchive, seen: Set<string>) {
  async function whole(path: string, most: number): Promise<Buffer> {
    seen.add(path)
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of archive.read(path)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > most) throw damaged(path, 'is larger than such a file can be')
    }
    return Buffer.concat(chunks)
  }
  return {
    whole,
    async json<Schema extends Parameters<typeof parseJson>[2]>(path: string, schema: Schema) {
      return parseJson(path, await whole(path, limits.wholeBytes), schema)
    },
    /** Only its checksum. */
    async look(path: string): Promise<void> {
      seen.add(path)
      for await (const _ of archive.read(path));
    },
  }
}

function countsOf({ sessions }: EventFile, pads: readonly CheckedPad[], people: readonly Person[]): ArchiveCounts {
  const sum = (of: (pad: CheckedPad) => number) => pads.reduce((all, pad) => all + of(pad), 0)
  return {
    sessions: sessions.length,
    pads: pads.length,
    revisions: sum(({ facts }) => facts.revision),
    chat: sum(({ beside }) => beside.chat.length),
    comments: sum(({ beside }) => beside.comments.length),
    images: sum(({ facts }) => facts.images.length),
    versions: sum(({ beside }) => beside.versions.length),
    people: people.length,
  }
}
