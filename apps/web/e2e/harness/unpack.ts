import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { openPromise } from 'yauzl'

/** Unpacks a ZIP archive into a folder, and gives what is in its files. */
export async function unpack(zip: string, folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    const bytes = await buffer(await archive.openReadStreamPromise(entry))
    const path = join(folder, entry.fileName)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    files.set(entry.fileName, bytes)
  }
  return files
}
