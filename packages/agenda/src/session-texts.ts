import { hasMarkup, isNestedTooDeep, plainLine, plainText } from './plain-text.ts'
import { safeHtml } from './safe-html.ts'

/** Longer ones are cut, so that one session cannot fill the agenda. */
export const MOST = {
  key: 500,
  title: 500,
  description: 20_000,
  room: 200,
  track: 200,
  type: 100,
  people: 50,
  name: 100,
  url: 2000,
}

/** A text on one line, without markup, cut at `most` characters; null if nothing is left. */
export function line(text: string, most: number): string | null {
  // What is far too long is cut before it is looked at.
  return shortened(plainLine(text.slice(0, most * 20)), most) || null
}

/** A description as plain text and, where that is wished and it came with markup, as safe HTML. */
export function described(text: string, withHtml: boolean): { description: string | null; descriptionHtml?: string } {
  const description = shortened(plainText(text), MOST.description) || null
  if (!withHtml || description === null || !hasMarkup(text) || isNestedTooDeep(text)) return { description }
  const descriptionHtml = safeHtml(text)
  return descriptionHtml === '' ? { description } : { description, descriptionHtml }
}

/** Several texts as one, each once, in paragraphs of their own; those without markup get some where another has it. */
export function joined(texts: readonly string[]): string {
  const different = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')
  if (different.length < 2 || !different.some(hasMarkup)) return different.join('\n\n')
  return different.map((text) => (hasMarkup(text) ? text : paragraphs(text))).join('\n')
}

/** A link to the web, or null. */
export function webAddress(address: string | undefined): string | null {
  return address !== undefined &&
    address.length <= MOST.url &&
    /^https?:\/\/\S+$/i.test(address) &&
    URL.canParse(address)
    ? address
    : null
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`
}

function paragraphs(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<p>${escaped.replace(/\r?\n/g, '<br>')}</p>`
}
