import { safeHref } from '../safe-href.ts'

/** Text as it may stand anywhere in a line of Markdown and mean itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<~]/g, '\\$&')
    .replace(/!$/, '\\!')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/https?(?=:\/\/)/gi, '$&\\')
    .replace(/\n/g, '<br>')
}

/** A line of Markdown whose beginning is not taken for a heading, list, quotation, fence or rule, and whose outer spaces stay. */
export function escapeEnds(markdown: string): string {
  return markdown
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$1')
    .replace(/^[>=|:]|^-(?=[-:|])/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^\s+|\s+$/g, (spaces) => [...spaces].map((space) => `&#${space.codePointAt(0)};`).join(''))
}

/** An address as the destination of a Markdown link. */
export function linkTarget(href: string): string {
  const address = (safeHref(href) ?? '').replace(/&(?=#?\w+;)/g, '&amp;')
  return /[()]/.test(address) ? `<${address}>` : address
}

/** A code span, with as many backticks as its text needs. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const padded = /^`|`$|^ .*[^ ].* $|^ .* $/.test(text) && /[^ ]/.test(text) ? ` ${text} ` : text
  return fence + padded + fence
}
