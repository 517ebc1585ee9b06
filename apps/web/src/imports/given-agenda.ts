import type { Say } from '../languages/words.ts'

/** The agenda that somebody hands in: an address, a text (of a file or pasted), or one that waits in the list of imports. */
export type GivenAgenda = { url: string } | { text: string } | { import: number }

/** How large a file may be before it is not even sent: the server takes no larger text. */
const MOST_BYTES = 100 * 1024 * 1024

/** The text of a file, or a sentence about why there is none. */
export async function textOf(file: File, say: Say): Promise<{ text: string } | { problem: string }> {
  if (file.size > MOST_BYTES)
    return { problem: say('“{name}” is too large to be an agenda: over 100 MB.', { name: file.name }) }
  try {
    return { text: await file.text() }
  } catch {
    return { problem: say('“{name}” could not be read. Choose it again.', { name: file.name }) }
  }
}
