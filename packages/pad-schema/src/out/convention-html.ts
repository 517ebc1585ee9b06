import { conventionAttributes } from '../conventions/convention-attributes.ts'
import { conventionText, recogniseConventions } from '../conventions/recognise.ts'
import type { Line } from '../document.ts'
import { shapeOf } from '../line.ts'
import { escapeHtml, openTag } from './escape-html.ts'
import { inlineHtml } from './inline-html.ts'

/** A line's words as HTML with its conventions marked, as the editor draws them: innermost, and apart for each stretch of marks. */
export function conventionHtml(line: Line): string {
  const conventions = recogniseConventions(conventionText(line.content), shapeOf(line).kind)
  if (conventions.length === 0) return inlineHtml(line.content)
  return inlineHtml(line.content, (text, start) => {
    let html = ''
    let written = 0
    const upTo = (place: number) => {
      const words = escapeHtml(text.slice(written, place))
      written = place
      return words
    }
    for (const convention of conventions) {
      const from = Math.max(0, convention.from - start)
      const to = Math.min(text.length, convention.to - start)
      if (from >= to) continue
      html += `${upTo(from)}${openTag('span', conventionAttributes(convention))}${upTo(to)}</span>`
    }
    return html + upTo(text.length)
  })
}
