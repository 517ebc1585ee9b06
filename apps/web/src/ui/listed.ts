import type { Words } from '../languages/words.ts'

/** `Ada`, `Ada and Ben`, `Ada, Ben and Cleo`. Ours rather than Intl's, whose commas differ from engine to engine. */
export function listed(parts: readonly string[], words: Words): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2
    ? last
    : words.say('{one} and {other}', { one: inRow(parts.slice(0, -1), words), other: last })
}

/** `2 new, 1 moved`. */
export function inRow(parts: readonly string[], { say }: Words): string {
  return parts.length === 0 ? '' : parts.reduce((one, other) => say('{one}, {other}', { one, other }))
}
