import type { Inline, Marks } from './document.ts'
import { safeHref } from './safe-href.ts'

/** The marks in the order in which they are nested in HTML, outermost first: the editor's own order. */
export const MARK_NAMES = ['link', 'bold', 'code', 'italic', 'strike', 'underline'] as const
export type MarkName = (typeof MARK_NAMES)[number]

export function isMarkName(name: string): name is MarkName {
  return (MARK_NAMES as readonly string[]).includes(name)
}

/** Whether two stretches of text wear the same. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return MARK_NAMES.every((name) => (name === 'link' ? a.link?.href === b.link?.href : a[name] === b[name]))
}

/** `marks` with one more, given by its name and attributes of unknown origin; a link that is not safe is left out. */
export function withMark(marks: Marks, name: MarkName, attributes: unknown): Marks {
  if (name !== 'link') return { ...marks, [name]: true }
  const href = safeHref((attributes as { href?: unknown } | null)?.href)
  return href === undefined ? marks : { ...marks, link: { href } }
}

/** Appends text to a line's content, joining it to the text before when that wears the same. */
export function appendText(content: Inline[], text: string, marks: Marks): void {
  if (text === '') return
  const last = content.at(-1)
  if (last?.type === 'text' && sameMarks(last.marks, marks)) {
    content[content.length - 1] = { ...last, text: last.text + text }
  } else {
    content.push({ type: 'text', text, marks })
  }
}
