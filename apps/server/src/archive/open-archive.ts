import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ProblemError } from '../http/problem-error.ts'
import { FILES } from './archive-files.ts'
import { ARCHIVE_FORMAT, Manifest } from './archive-format.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { damaged, noArchive, shown, tooLargeArchive } from './damaged-archive.ts'
import { parseJson } from './parse-json.ts'

/** An archive whose list of files is known and fits its manifest. What is in the files is checked while they are read. */
export type OpenArchive = {
  manifest: Manifest
  /** The SHA-256 of a file, by the manifest. */
  checksumOf(path: string): string | undefined
  /**
   * The bytes of a file, as they are unpacked. Throws in the end unless they are those that the manifest names, so whatever is done with
   * them must be undone then.
   */
  read(path: string): AsyncIterable<Uint8Array>
  close(): void
}

/** Opens a ZIP archive and reads its manifest. Nothing is unpacked onto the disk, so no path leads anywhere. */
export async function openArchive(path: string, limits: ArchiveLimits): Promise<OpenArchive> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((error: unknown) => {
    if (isOfFiles(error)) throw error
    throw noArchive('This file is no ZIP archive, or its end is missing: then download it again.')
  })
  try {
    const entries = await entriesOf(zip, limits)
    const manifest = await readManifest(zip, entries.get(FILES.manifest), limits)
    const listed = new Map(manifest.files.map((file) => [file.path, file]))
    for (const { path: name, bytes } of manifest.files) {
      const entry = entries.get(name)
      if (!entry) throw damaged(name, 'is missing')
      if (entry.uncompressedSize !== bytes) throw damaged(name, 'has another length than the manifest says')
    }
    for (const name of entries.keys())
      if (name !== FILES.manifest && !listed.has(name)) throw damaged(name, 'is not named in the manifest')
    if (listed.size !== manifest.files.length) throw damaged(FILES.manifest, 'names a file twice')
    return {
      manifest,
      checksumOf: (name) => listed.get(name)?.sha256,
      async *read(name) {
        const [entry, file] = [entries.get(name), listed.get(name)]
        if (!entry || !file) throw damaged(name, 'is missing')
        const hash = createHash('sha256')
        for await (const chunk of unpacked(zip, entry)) {
          hash.update(chunk)
          yield chunk
        }
        if (hash.digest('hex') !== file.sha256)
          throw damaged(name, 'does not have the checksum that the manifest names')
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.files) throw tooLargeArchive(`This archive holds ${zip.entryCount} files.`)
  const entries = new Map<string, Entry>()
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      if (name.endsWith('/')) continue
      if (entries.has(name)) throw damaged(name, 'is there twice')
      if (!entry.canDecodeFileData()) throw damaged(name, 'is packed in a way, or locked, that cannot be read here')
      bytes += entry.uncompressedSize
      if (bytes > limits.unpackedBytes)
        throw tooLargeArchive(
          `Unpacked, this archive is larger than ${limits.unpackedBytes} bytes, from ${shown(name)} on.`,
        )
      entries.set(name, entry)
    }
  } catch (error) {
    if (error instanceof ProblemError || isOfFiles(error)) throw error
    // The library names a path that would lead out of the archive.
    const said = error instanceof Error ? error.message : String(error)
    throw damaged(
      [...entries.keys()].at(-1) ?? 'the beginning',
      `is followed by what cannot be read (${said.slice(0, 200)})`,
    )
  }
  return entries
}

async function readManifest(zip: ZipFile, entry: Entry | undefined, limits: ArchiveLimits): Promise<Manifest> {
  if (!entry) throw noArchive(`This ZIP file has no ${FILES.manifest}, so it is no archive of an event.`)
  if (entry.uncompressedSize > limits.wholeBytes) throw tooLargeArchive(`Its ${FILES.manifest} is larger than any.`)
  const chunks: Uint8Array[] = []
  for await (const chunk of unpacked(zip, entry)) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  // The only file that no other one vouches for.
  if (crc32(bytes) !== entry.crc32) throw damaged(FILES.manifest, 'does not have the checksum that the ZIP file names')
  return parseJson(FILES.manifest, bytes, Manifest, (value) => {
    const { format, version } = value
    if (format !== ARCHIVE_FORMAT.format)
      throw noArchive(`The ${FILES.manifest} of this ZIP file is not that of an archive of an event.`)
    if (version !== ARCHIVE_FORMAT.version)
      throw noArchive(
        `This archive is of version ${JSON.stringify(version)?.slice(0, 20)} and this server reads version ${ARCHIVE_FORMAT.version}: make it again with a server of the same version, or import it there.`,
      )
  })
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk
  } catch (error) {
    if (isOfFiles(error)) throw error
    throw damaged(entry.fileName, 'cannot be unpacked')
  }
}

/** The disk's fault and not the archive's, such as EACCES. */
const isOfFiles = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
