import { cleanText } from '@forumpad/pad-schema'

/** What would turn the direction of the words after it, or hide between them. Joiners stay: scripts and emoji need them. */
const TURNING = /[\u200B\u202A-\u202E\u2060-\u206F]/g

/** A message as it is kept: lines without what nobody sees, and no more than one empty line in a row. */
export function chatWords(text: string): string {
  return cleanText(text)
    .replace(TURNING, '')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
