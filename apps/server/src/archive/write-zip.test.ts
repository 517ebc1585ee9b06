import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readZip } from './testing/read-zip.ts'
import { writeZip, type ZipEntry, type ZippedFile } from './write-zip.ts'

async function* of(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

test('files come back as they were, with their checksums told in time for those after them', async () => {
  const written: ZippedFile[] = []
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { path: 'Größe/a.txt', content: of('Hello ', 'there') }
    yield { path: 'empty.bin', content: of(), packed: true }
    yield { path: 'told.json', content: of(JSON.stringify(written)) }
  }
  const files = readZip(await buffer(writeZip(entries(), (file) => void written.push(file))))
  expect([...files.keys()]).toEqual(['Größe/a.txt', 'empty.bin', 'told.json'])
  expect(files.get('Größe/a.txt')?.toString()).toBe('Hello there')
  expect(JSON.parse(files.get('told.json')?.toString() ?? '')).toMatchObject([
    { path: 'Größe/a.txt', bytes: 11 },
    { path: 'empty.bin', bytes: 0 },
  ])
})

test('a file that cannot be read fails the archive: nobody takes half of one for whole', async () => {
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('The disk is gone')
  }
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { path: 'a', content: broken() }
  }
  await expect(buffer(writeZip(entries(), () => undefined))).rejects.toThrow('The disk is gone')
})

test('when whoever fetches it leaves, nothing more is read', async () => {
  let reads = 0
  let ended = false
  async function* endless() {
    try {
      for (;;) {
        reads += 1
        yield Buffer.alloc(64 * 1024, reads)
      }
    } finally {
      ended = true
    }
  }
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { path: 'endless', content: endless(), packed: true }
  }
  const zip = writeZip(entries(), () => undefined)
  await once(zip, 'data')
  zip.destroy()
  await once(zip, 'close')
  for (let turn = 0; turn < 10; turn += 1) await setImmediate()
  expect(ended).toBe(true)
  const before = reads
  for (let turn = 0; turn < 10; turn += 1) await setImmediate()
  expect(reads).toBe(before)
})
