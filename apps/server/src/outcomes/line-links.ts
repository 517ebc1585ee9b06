import { type Inline, type Line, safeHref } from '@forumpad/pad-schema'

/** An address in a line, and what it is called there. */
export type LineLink = { url: string; title: string }

const ADDRESS = /https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]}'’”]/gi
const LONGEST_TITLE = 200
/** Of one line no more is looked at, and no more links are kept: anybody may write a line of megabytes. */
const LONGEST_LINE = 20_000
const MOST_LINKS = 50
/** A line with more links than that says nothing about any one of them. */
const TOLD_APART = 3

/** The web addresses of a line, each once: those behind its words, and those that are written out. Code has none. */
export function lineLinks({ kind, content }: Line): LineLink[] {
  if (kind === 'code') return []
  const beginning = beginningOf(content)
  const words = beginning.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
  const found = new Map<string, string>()
  for (const { url, title } of beginning.flatMap(linksIn)) {
    if (found.size === MOST_LINKS && !found.has(url)) continue
    found.set(url, (found.get(url) ?? '') + title)
  }
  const said = (url: string) => (found.size <= TOLD_APART ? besides(words, url) : '')
  return [...found].map(([url, title]) => ({ url, title: shortened(title || said(url) || url) }))
}

function beginningOf(content: readonly Inline[]): Inline[] {
  let left = LONGEST_LINE
  return content.flatMap((inline) => {
    if (left <= 0) return []
    if (inline.type !== 'text') return inline
    const text = inline.text.slice(0, left)
    left -= text.length
    return { ...inline, text }
  })
}

function linksIn(inline: Inline): LineLink[] {
  if (inline.type !== 'text' || inline.marks.code) return []
  const href = inline.marks.link?.href
  if (href !== undefined) {
    if (!/^https?:/i.test(href)) return []
    return [{ url: href, title: /^\s*(?:https?:|www\.)/i.test(inline.text) ? '' : inline.text }]
  }
  return [...inline.text.matchAll(ADDRESS)].flatMap(([address]) => {
    const url = safeHref(address)
    return url === undefined ? [] : [{ url, title: '' }]
  })
}

/** What the line says about an address that it spells out. */
function besides(words: string, url: string): string {
  const said = words
    .replaceAll(url, '')
    .replace(/#link(?=\s|$)|[<>]|\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
  // By hand: an expression for the end would begin anew at each of a thousand commas.
  let [from, to] = [0, said.length]
  while (from < to && ONLY_BETWEEN.has(said[from] ?? '')) from += 1
  while (to > from && ONLY_BETWEEN.has(said[to - 1] ?? '')) to -= 1
  return said.slice(from, to)
}

/** What stands between an address and what is said about it. */
const ONLY_BETWEEN = new Set(' :,;–—-')

function shortened(title: string): string {
  const plain = title.replace(/\s+/g, ' ').trim()
  return plain.length <= LONGEST_TITLE ? plain : `${plain.slice(0, LONGEST_TITLE).replace(/\p{Surrogate}$/u, '')}…`
}
