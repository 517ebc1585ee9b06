import type { ChangesData } from '@forumpad/api'

/** The address of a pad, and of what belongs to it. */
export const padHref = (pad: string, rest = ''): string => `/p/${encodeURIComponent(pad)}${rest}`

/** The address of changes: those that are shown, or others. */
export function addressOf(
  { pad, from, to, only }: Pick<ChangesData, 'pad' | 'from' | 'to' | 'only'>,
  other: { author?: string | null },
): string {
  const author = other.author === undefined ? only?.id : other.author
  const query = new URLSearchParams({ from: String(from.revision), to: String(to.revision) })
  if (author) query.set('author', author)
  return padHref(pad.name, `/changes?${query}`)
}
