import type { MarkName } from '../marks.ts'
import { type Attributes, styleOf } from './html-elements.ts'

const TAGS: Record<string, MarkName> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

/** The marks that an element among words gives to them, by its name or its style. Google Docs wraps all in `<b style="font-weight:normal">`. */
export function marksOf(name: string, attributes: Attributes, inCode: boolean): MarkName[] {
  const style = styleOf(attributes)
  const marks = new Set<MarkName>()
  const named = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined
  if (named !== undefined && !(named === 'code' && inCode)) marks.add(named)
  const weight = valueIn(style, 'font-weight')
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) marks.add('bold')
  else if (weight !== '') marks.delete('bold')
  const slant = valueIn(style, 'font-style')
  if (/^(?:italic|oblique)/.test(slant)) marks.add('italic')
  else if (slant !== '') marks.delete('italic')
  const decoration = valueIn(style, 'text-decoration(?:-line)?')
  if (/underline/.test(decoration) && name !== 'a') marks.add('underline')
  if (/line-through/.test(decoration)) marks.add('strike')
  return [...marks]
}

function valueIn(style: string, property: string): string {
  if (style === '') return ''
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(style)?.[1]?.trim().toLowerCase() ?? ''
}
