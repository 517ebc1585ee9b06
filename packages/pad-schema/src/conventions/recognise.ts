import type { Inline, LineKind } from '../document.ts'
import type { Convention } from './convention.ts'
import { dueDays } from './due-days.ts'
import { hashtags } from './hashtags.ts'
import { lineLabels } from './line-labels.ts'
import { mentions, ownersFrom } from './people-in-line.ts'

/** Stands in a line's words for what is no word of it: a picture, or code. */
const NOT_WORDS = '\uFFFC'
const MAY_HOLD_SOME = /[#@:]|\b(?:due|by)\s/i
const ADDRESS = /\b(?:https?:\/\/|mailto:|www\.)\S+/gi
/** Nobody writes minutes in longer lines; what stands behind is not looked at. */
const LONGEST = 20_000

/**
 * The conventions of note takers in the words of one line, in order, none over another: MeetBot's `#action` and its kin, `ACTION:`, `AI:`,
 * `DECISION:`, `RESOLVED:`, `AGREED:`, `Q:`, speakers' initials, `@person`, `##hashtag`, `due 1 June`. A line of code has none.
 * Where an action or a task is meant, `by Friday` is due as well.
 */
export function recogniseConventions(text: string, kind: LineKind): Convention[] {
  if (kind === 'code' || !MAY_HOLD_SOME.test(text)) return []
  const words = text.slice(0, LONGEST)
  const labels = lineLabels(words)
  const plain = words.replace(ADDRESS, (address) => NOT_WORDS.repeat(address.length))
  const actions = labels.filter((each) => each.is === 'label' && each.label === 'action')
  const all = [
    ...labels,
    ...actions.flatMap(({ to }) => ownersFrom(plain, to)),
    ...mentions(plain),
    ...hashtags(plain),
    ...dueDays(plain, kind === 'task' || actions.length > 0),
  ]
  let end = 0
  return all
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < end) return false
      end = to
      return true
    })
}

/** The words in which conventions are looked for: code in a line is left out, place by place. */
export function conventionText(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      inline.type === 'text' ? (inline.marks.code ? NOT_WORDS.repeat(inline.text.length) : inline.text) : '\n',
    )
    .join('')
}
