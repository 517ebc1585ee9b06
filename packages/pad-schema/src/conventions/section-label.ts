import type { Inline } from '../document.ts'
import type { Label } from './convention.ts'

const SECTION: readonly [RegExp, Label][] = [
  [/^(?:(?:follow[- ]?up|new|open) )?action(?: item| point)?s$|^(?:to[- ]?dos?|next steps)$/, 'action'],
  [/^(?:decision|resolution|agreement)s(?: (?:made|taken))?$|^(?:decided|agreed|resolved)$/, 'decision'],
  [/^(?:open |unanswered )?questions$|^open (?:issues|points)$/, 'question'],
]

/** What the lists under a heading are, where it says nothing else: `Decisions`, `Action items:`, `3. Open questions`. */
export function sectionLabel(heading: readonly Inline[]): Label | null {
  const words = heading
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .toLowerCase()
    .replace(/^\s*(?:\d{1,3}[.)]\s*)?|\s*:?\s*$/g, '')
    .replace(/\s+/g, ' ')
  return SECTION.find(([pattern]) => words.length < 40 && pattern.test(words))?.[1] ?? null
}
