import { createHash } from 'node:crypto'
import { contentsOf } from '../archive-files.ts'
import { writeZip } from '../write-zip.ts'
import { readZip } from './read-zip.ts'

export type Files = Map<string, Buffer>

/** An archive with some of its files changed. The manifest stays as it is unless it is changed as well. */
export async function remade(zip: Buffer, change: (files: Files) => void): Promise<Buffer> {
  const files = readZip(zip)
  change(files)
  return zipOf(files)
}

/** The same by somebody who knows how: lengths and checksums in the manifest are those of the changed files. */
export function remadeWell(zip: Buffer, change: (files: Files) => void): Promise<Buffer> {
  return remade(zip, (files) => {
    change(files)
    const manifest = jsonOf(files, 'manifest.json')
    const listed = [...files]
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, bytes]) => ({
        ...{ path, bytes: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }))
    files.set(
      'manifest.json',
      Buffer.from(JSON.stringify({ ...manifest, files: listed, contents: contentsOf(listed) })),
    )
  })
}

export const jsonOf = (files: Files, path: string) => JSON.parse(files.get(path)?.toString('utf8') ?? 'null')

/** Changes what a JSON file says. */
export function changeJson(files: Files, path: string, change: (value: ReturnType<typeof jsonOf>) => void): void {
  const value = jsonOf(files, path)
  change(value)
  files.set(path, Buffer.from(JSON.stringify(value)))
}

/** Changes the lines of a history. */
export function changeLines(files: Files, path: string, change: (lines: string[]) => string[]): void {
  const lines = files.get(path)?.toString('utf8').trimEnd().split('\n') ?? []
  files.set(
    path,
    Buffer.from(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  )
}

export async function zipOf(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const entries = (async function* () {
    for (const [path, bytes] of files)
      yield {
        path,
        content: (async function* () {
          yield bytes
        })(),
      }
  })()
  const chunks: Buffer[] = []
  for await (const chunk of writeZip(entries, () => {})) chunks.push(chunk)
  return Buffer.concat(chunks)
}
