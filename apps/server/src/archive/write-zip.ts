import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file to be, in an archive. What is packed already, such as images, is not packed again. */
export type ZipEntry = { path: string; content: AsyncIterable<Uint8Array>; packed?: boolean }

/** A file of an archive, as it was before it was packed. */
export type ZippedFile = { path: string; bytes: number; sha256: string }

/** The beginning of the format's time: archives of the same text are the same bytes. */
const TIME = new Date(1980, 0, 1)

/**
 * Writes a ZIP archive while its files are read, one after the other: nothing is held but some chunks of one file. The stream fails
 * with whatever a file fails with.
 *
 * @param entries may ask `written` for the checksums of the files before it
 */
export function writeZip(entries: AsyncIterable<ZipEntry>, written: (file: ZippedFile) => void): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  zip.outputStream.pipe(out)
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  addAll(zip, out, entries, written).then(() => zip.end(), fail)
  return out
}

async function addAll(
  zip: ZipFile,
  out: Readable,
  entries: AsyncIterable<ZipEntry>,
  written: (file: ZippedFile) => void,
) {
  for await (const { path, content, packed = false } of entries) {
    if (out.destroyed) return
    const hash = createHash('sha256')
    let bytes = 0
    async function* counted() {
      for await (const chunk of content) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    }
    const source = Readable.from(counted(), { objectMode: false })
    // Whoever fetches an archive may leave: then nobody reads this file to its end.
    const leave = () => void source.destroy()
    out.once('close', leave)
    const read = finished(source)
    zip.addReadStream(source, path, { compress: !packed, mtime: TIME, forceDosTimestamp: true })
    await read
    out.off('close', leave)
    written({ path, bytes, sha256: hash.digest('hex') })
  }
}
