import type { Words } from '../languages/words.ts'
import { listed } from '../ui/listed.ts'

/** Where the words of a passage can be read: `They can be read in revisions 3 to 17 and 20.` */
export function revisionsInWords(visible: readonly { from: number; to: number }[], words: Words): string {
  const { say } = words
  const [first] = visible
  if (!first) return say('They can be read in no revision, but are in the history.')
  if (visible.length === 1 && first.from === first.to)
    return say('They can be read in revision {number}.', { number: String(first.from) })
  const spans = visible
    .slice(0, MOST)
    .map(({ from, to }) => (from === to ? String(from) : say('{from} to {to}', { from: String(from), to: String(to) })))
  const left = visible.length - spans.length
  const shown =
    left > 0
      ? [...spans, say('{count, plural, one {# more stretch} other {# more stretches}}', { count: left })]
      : spans
  return say('They can be read in revisions {revisions}.', { revisions: listed(shown, words) })
}

const MOST = 6
