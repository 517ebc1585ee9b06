import { createReadStream } from 'node:fs'
import type { Person } from '@forumpad/api'
import type { AppParts } from './app-parts.ts'
import type { ArchiveRoutesParts } from './archive/archive-routes.ts'
import type { ImportArchiveParts } from './archive/import-archive.ts'
import { createImageFiles, IMAGE_FILE, type ImageFiles } from './images/image-files.ts'
import { type ImageKind, imageKind } from './images/image-kind.ts'
import type { NoterOf } from './noter.ts'
import { readWrittenText } from './review/written-text.ts'
import type { Rights } from './rights/rights.ts'

export type ArchiveNeed = Pick<AppParts, 'archive' | 'store' | 'audit'> & {
  noterOf: NoterOf
  files: Pick<ImageFiles, 'pathOf'>
  findPerson(id: string): Promise<Person>
  rights: Pick<Rights, 'requireInEvent'>
  now(): number
}

/** What archives are made of. */
export function createArchiveParts({
  archive,
  store,
  files,
  findPerson,
  rights,
  audit,
  noterOf,
  now,
}: ArchiveNeed): ArchiveRoutesParts {
  return {
    archive,
    store,
    now,
    textOf: (pad) => readWrittenText(store, pad),
    findPerson,
    readImage: (name) => createReadStream(files.pathOf(name)),
    note: async (request, event) => audit.add((await noterOf(request, { event }))('archive-downloaded')),
    requireOrganiser: (request, event) => rights.requireInEvent(request, event, 'organiser'),
  }
}

export type ArchiveImportNeed = Pick<AppParts, 'archive' | 'images' | 'uploadsFolder' | 'clock'> &
  Pick<ImportArchiveParts, 'imported'>

/** What an archive is brought with. */
export function createArchiveImportParts(parts: ArchiveImportNeed): ImportArchiveParts {
  const { archive, images, uploadsFolder, clock, imported } = parts
  const files = createImageFiles(uploadsFolder)
  return {
    archive,
    imported,
    now: () => clock.now(),
    images: {
      write: files.write,
      async drop(name) {
        if (!(await images.isKept(name))) await files.remove(name)
      },
    },
    whyNoImage(name, bytes) {
      const [kind, ending = ''] = [imageKind(bytes), name.split('.')[1]]
      if (!IMAGE_FILE.test(name) || kind === undefined || ENDINGS[kind] !== ending)
        return 'is no image that a pad keeps'
      return files.nameOf(bytes, ending) === name ? undefined : 'is not the image that its name says'
    },
  }
}

const ENDINGS: Record<ImageKind, string | undefined> = {
  ...{ png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'webp' },
  // Kept as WebP only.
  avif: undefined,
}
