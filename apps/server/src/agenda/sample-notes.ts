/** A stretch of sample notes by one person. */
export type Passage = { person: string; minute: number; markdown: string }

/**
 * Reads a file of sample notes: Markdown in which a line `<!-- Mira (chair), minute 12 -->` says who wrote what follows,
 * and when.
 */
export function readSampleNotes(file: string): Passage[] {
  const [, ...parts] = file.split(/^<!-- (.+), minute (\d+) -->$/m)
  return Array.from({ length: Math.floor(parts.length / 3) }, (_, n) => {
    const [person = '', minute = '', markdown = ''] = parts.slice(n * 3, n * 3 + 3)
    return { person, minute: Number(minute), markdown: markdown.trim() }
  })
}
