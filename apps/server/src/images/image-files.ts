import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that are named by what is in them, so that the same image is kept once. */
export type ImageFiles = {
  nameOf(bytes: Buffer, ending: string): string
  /** On disk when the promise resolves. `name` is what `nameOf` gave for these bytes. */
  write(bytes: Buffer, name: string): Promise<void>
  remove(name: string): Promise<void>
  pathOf(name: string): string
}

export const IMAGE_FILE = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/

export function createImageFiles(folder: string): ImageFiles {
  const pathOf = (name: string) => join(folder, name)
  return {
    pathOf,
    nameOf: (bytes, ending) => `${createHash('sha256').update(bytes).digest('hex')}.${ending}`,
    remove: (name) => rm(pathOf(name), { force: true }),
    async write(bytes, name) {
      if (await isThere(pathOf(name))) return
      await mkdir(folder, { recursive: true })
      const unfinished = pathOf(`.${randomUUID()}`)
      try {
        const file = await open(unfinished, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(unfinished, pathOf(name))
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
