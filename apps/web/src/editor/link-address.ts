import { sentence } from '../languages/sentence.ts'

/** A link's address as it was typed, made complete, or a sentence that says what is wrong with it. */
export function linkAddress(typed: string): { href: string } | { problem: string } {
  const text = typed.trim()
  if (text === '') return { problem: sentence('Type or paste an address.') }
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : text.includes('@') ? `mailto:${text}` : `https://${text}`
  const url = URL.canParse(complete) ? new URL(complete) : null
  if (url === null || /\s/.test(text))
    return { problem: sentence('This is no address. Example: https://example.org/page') }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol))
    return { problem: sentence('Links go to https, http or mailto addresses.') }
  if (url.protocol !== 'mailto:' && !/\.|^localhost$|\[/.test(url.hostname)) {
    return { problem: sentence('This is no address. Example: https://example.org/page') }
  }
  return { href: url.href }
}
