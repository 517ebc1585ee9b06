import type { LineShape } from './line.ts'

/** Where the words of a task stand, beside its checkbox. */
export const TASK_TEXT = 'data-text'

/** The accessible name of a task's checkbox. */
export const TASK_LABEL = 'Done'

/**
 * The attributes of a line's `<p>`: the same in the editor and in the server's HTML. The page's title is its h1, so a heading
 * of level 1 is announced as level 2.
 */
export function lineAttributes(shape: LineShape): Record<string, string> {
  return {
    'data-kind': shape.kind,
    'data-level': String(shape.level),
    dir: 'auto',
    ...(shape.kind === 'heading' ? { role: 'heading', 'aria-level': String(shape.level + 1) } : {}),
    ...(shape.checked === null ? {} : { 'data-checked': String(shape.checked) }),
    ...(shape.start === null ? {} : { 'data-start': String(shape.start) }),
  }
}

/** The attributes of a link's `<a>`. */
export function linkAttributes(href: string): Record<string, string> {
  return { href, rel: 'noopener noreferrer nofollow ugc', target: '_blank' }
}
