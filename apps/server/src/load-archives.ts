import type { AppParts } from './app-parts.ts'
import { importArchive } from './archive/import-archive.ts'
import { createArchiveImportParts } from './archive-parts.ts'
import { ProblemError } from './http/problem-error.ts'
import { StartFailure } from './start-failure.ts'

export type LoadArchivesParts = Pick<AppParts, 'archive' | 'images' | 'uploadsFolder' | 'clock'> & {
  /** What the command line named: absolute paths. */
  archives: readonly string[]
  say(sentence: string): void
}

/**
 * The archives of the command line. An event that is there already stays as it is, so that the same command starts the server again. Call it
 * before the parts that follow the texts of pads: these look for new ones when they start.
 */
export async function loadArchives({ archives, say, ...parts }: LoadArchivesParts): Promise<void> {
  const importParts = createArchiveImportParts({ ...parts, imported: () => {} })
  for (const path of archives) {
    try {
      const { event, counts } = await importArchive(importParts, path)
      say(
        `"${event.title}" (/e/${event.slug}): ${counts.pads} pads with ${counts.revisions} revisions came from ${path}.`,
      )
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'event-exists') say(`--archive ${path}: ${error.detail}`)
      else throw new StartFailure(`--archive ${path} was not imported: ${whyNot(error)}`)
    }
  }
}

function whyNot(error: unknown): string {
  if (error instanceof ProblemError) return error.detail
  const isOfFiles = error instanceof Error && 'syscall' in error
  if (!isOfFiles) throw error
  return `the file cannot be read (${error.message}).`
}
