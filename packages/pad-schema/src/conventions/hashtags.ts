import type { Convention } from './convention.ts'

const HASHTAG = /(^|[\s([{,;:"'“‘—–])##([\p{L}\p{M}\p{N}_-]+)/gu

/** `##word`, at the beginning of a word and with a letter in it. */
export function hashtags(text: string): Convention[] {
  const found: Convention[] = []
  for (const match of text.matchAll(HASHTAG)) {
    const [, before = '', run = ''] = match
    const tag = run.replace(/[_-]+$/, '')
    const from = match.index + before.length
    if (/^[\p{L}\p{N}]/u.test(tag) && /\p{L}/u.test(tag))
      found.push({ is: 'hashtag', tag, from, to: from + 2 + tag.length })
  }
  return found
}
