import { PAD_NAME } from '@forumpad/api'

/** The name as it is kept, or undefined if no pad can have it. */
export function readPadName(name: string): string | undefined {
  const composed = name.normalize('NFC')
  return PAD_NAME.test(composed) ? composed : undefined
}

/** The pad name that is nearest to whatever somebody typed, or undefined if nothing of it can stand in one. */
export function padNameFrom(typed: string): string | undefined {
  const name = joinWords(typed)
    .replace(/[^\p{L}\p{N}\p{M}._~-]/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
  return readPadName([...name].slice(0, 100).join(''))
}

/** Etherpad wrote spaces in names as `_`, and so do old links. */
export function joinWords(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/g, '_')
}

/** A title for a pad that got none. */
export function titleFrom(name: string): string {
  return name.replace(/_+/g, ' ').trim() || name
}
