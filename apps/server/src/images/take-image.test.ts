import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writablePad } from '../pads/found-pad.ts'
import type { PadDirectory } from '../pads/pad-directory.ts'
import { createSqliteImageStore } from '../store/sqlite/sqlite-image-store.ts'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { createImageFiles } from './image-files.ts'
import { IMAGE_LIMITS } from './process-image.ts'
import { type ImageParts, takeImage } from './take-image.ts'

const map = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#357' } })
  .png()
  .toBuffer()
const planOfAllBytes = { name: 'plan.png', bytes: IMAGE_LIMITS.padBytes, width: 1, height: 1 }

let parts: ImageParts
let pads: PadDirectory
let folder: string
let freeze: (name: string) => void
let remove: () => Promise<void>
beforeEach(async () => {
  const temporary = await temporaryDatabase()
  remove = temporary.remove
  folder = await mkdtemp(join(tmpdir(), 'forumpad-images-'))
  pads = createSqlitePadDirectory(temporary.database)
  for (const name of ['edge', 'other'])
    await pads.create({ name, title: name, session: null, template: null, createdAt: 0 })
  const { raw } = temporary.database
  freeze = (name) => void raw.prepare('UPDATE pad SET frozen_at = 1 WHERE name = ?').run(name)
  parts = {
    images: createSqliteImageStore(temporary.database),
    files: createImageFiles(folder),
    writablePad: (name) => writablePad(pads, name),
  }
})
afterEach(async () => {
  await remove()
  await rm(folder, { recursive: true })
})

/** Another image takes the last room of the pad while this one is written. */
const filledMeanwhile = (): ImageParts => ({
  ...parts,
  files: {
    ...parts.files,
    async write(bytes, name) {
      await parts.files.write(bytes, name)
      await parts.images.keep('edge', planOfAllBytes, IMAGE_LIMITS.padBytes)
    },
  },
})

describe('An image that a pad does not keep', () => {
  it('is not written when the pad is full', async () => {
    await parts.images.keep('edge', planOfAllBytes, IMAGE_LIMITS.padBytes)
    const written: string[] = []
    const files = { ...parts.files, write: async (_: Buffer, name: string) => void written.push(name) }
    await expect(takeImage({ ...parts, files }, 'edge', map)).rejects.toMatchObject({
      status: 413,
      code: 'pad-images-full',
    })
    expect(written).toEqual([])
  })

  it('leaves no file when the pad became full meanwhile', async () => {
    await expect(takeImage(filledMeanwhile(), 'edge', map)).rejects.toMatchObject({ code: 'pad-images-full' })
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves the file that another pad keeps', async () => {
    const { image } = await takeImage(parts, 'other', map)
    await expect(takeImage(filledMeanwhile(), 'edge', map)).rejects.toMatchObject({ code: 'pad-images-full' })
    expect(await readdir(folder)).toEqual([image.name])
  })

  it('is refused, not called kept, when the pad is gone', async () => {
    const images = { ...parts.images, keep: async () => 'no such pad' as const }
    await expect(takeImage({ ...parts, images }, 'edge', map)).rejects.toMatchObject({
      status: 404,
      code: 'no-such-pad',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused when the pad was frozen while it was unpacked', async () => {
    const taking = takeImage(parts, 'edge', map)
    // Behind whatever was asked of the database before the unpacking.
    await pads.find('edge')
    freeze('edge')
    await expect(taking).rejects.toMatchObject({ status: 403, code: 'pad-frozen' })
    expect(await readdir(folder)).toEqual([])
  })
})
