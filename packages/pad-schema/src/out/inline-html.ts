import type { Inline, Marks } from '../document.ts'
import { linkAttributes } from '../line-dom.ts'
import { MARK_NAMES, type MarkName } from '../marks.ts'
import { safeHref } from '../safe-href.ts'
import { escapeHtml, openTag } from './escape-html.ts'

const TAGS = { bold: 'strong', code: 'code', italic: 'em', strike: 's', underline: 'u' } as const

/** A stretch of a line's words as HTML; `start` is where in the line it stands. */
type WriteText = (text: string, start: number) => string

/** A line's words as HTML. Marks that go on from one stretch to the next stay open, as in the editor. */
export function inlineHtml(content: readonly Inline[], write: WriteText = escapeHtml): string {
  let html = ''
  let open: Worn[] = []
  let start = 0
  for (const inline of content) {
    const worn = inline.type === 'text' ? wornBy(inline.marks) : []
    const kept = commonLength(open, worn)
    html += closing(open.slice(kept)) + worn.slice(kept).map(opening).join('')
    html += inline.type === 'text' ? write(inline.text, start) : '<br>'
    start += inline.type === 'text' ? inline.text.length : 1
    open = worn
  }
  return html + closing(open)
}

type Worn = { name: MarkName; href: string }

function wornBy(marks: Marks): Worn[] {
  return MARK_NAMES.flatMap((name): Worn[] => {
    if (name !== 'link') return marks[name] ? [{ name, href: '' }] : []
    const href = safeHref(marks.link?.href)
    return href === undefined ? [] : [{ name, href }]
  })
}

function commonLength(a: readonly Worn[], b: readonly Worn[]): number {
  let length = 0
  while (length < a.length && a[length]?.name === b[length]?.name && a[length]?.href === b[length]?.href) length++
  return length
}

const opening = ({ name, href }: Worn): string =>
  name === 'link' ? openTag('a', linkAttributes(href)) : openTag(TAGS[name])

const closing = (worn: readonly Worn[]): string =>
  worn
    .map(({ name }) => (name === 'link' ? '</a>' : `</${TAGS[name]}>`))
    .reverse()
    .join('')
