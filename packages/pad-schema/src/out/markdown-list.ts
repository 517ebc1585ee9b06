import { clamp } from '../line.ts'
import type { RunLine } from './line-runs.ts'
import { escapeEnds } from './markdown-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'

/** A run of list lines as a tight Markdown list. A level that was skipped is a bullet without words of its own: `- - deep`. */
export function listMarkdown(lines: readonly RunLine[]): string {
  /** How far the words of the open entry of each level stand from the margin. */
  const margins: number[] = []
  const written = lines.map((line, index) => {
    const known = Math.min(line.level, margins.length)
    const margin = margins[known - 1] ?? 0
    const skipped = line.level - known
    const marker = markerOf(line)
    margins.length = known
    for (let level = 1; level <= skipped; level++) margins.push(margin + 2 * level)
    margins.push(margin + 2 * skipped + marker.length)
    const inside = line.level > (lines[index - 1]?.level ?? line.level)
    const parent = (lines[index + 1]?.level ?? 0) > line.level
    // Below words, a list that begins with another number than 1 would be more words.
    const space = inside && marker !== '1. ' && line.kind === 'number' && skipped === 0 ? '\n' : ''
    const words = wordsOf(line, parent || inside || skipped > 0)
    return `${space}${' '.repeat(margin)}${'- '.repeat(skipped)}${marker}${words}`.trimEnd()
  })
  return written.join('\n')
}

function markerOf({ kind, number }: RunLine): string {
  return kind === 'number' ? `${clamp(number ?? 1, 0, 999_999_999)}. ` : '- '
}

// Without words an entry that begins a level, or that has entries below, would be read as something else.
function wordsOf({ kind, checked, content }: RunLine, needsWords: boolean): string {
  const words = escapeEnds(inlineMarkdown(content)) || (needsWords ? '&nbsp;' : '')
  return kind === 'task' ? `${checked ? '[x]' : '[ ]'} ${words}` : words
}
