import { inlineHtml } from './inline-html.ts'
import type { RunLine } from './line-runs.ts'
import { plainText } from './text.ts'

/** A line's words. The last break of a block does not show in HTML, so an empty line and one that ends with a break have one more. */
export function lineContentHtml({ content }: RunLine, lineEnd = '<br>'): string {
  const html = inlineHtml(content).replaceAll('<br>', lineEnd).replaceAll('\n', lineEnd)
  return lineEnd !== '<br>' || content.at(-1)?.type === 'text' ? html : `${html}<br>`
}

/** `attributes`, and white space that shows if the line has any that HTML would swallow. */
export function spacesStyle({ content }: RunLine, attributes: Record<string, string> = {}): Record<string, string> {
  if (!/^[ \t]|[ \t]$|[ \t]\n|\n[ \t]|[ \t]{2}|\t/.test(plainText(content))) return attributes
  return { ...attributes, style: [attributes.style, 'white-space:pre-wrap'].filter(Boolean).join(';') }
}
