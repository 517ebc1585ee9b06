/** How a page shows who wrote what: not at all, by a rule in the margin, or by colours behind the text as well. */
export type AuthorsShown = (typeof WAYS)[number]

export const WAYS = ['off', 'margin', 'text'] as const

const KEY = 'forumpad.authors'
const listeners = new Set<() => void>()
let chosen: AuthorsShown | undefined

/** What was chosen on this device. */
export function authorsShown(): AuthorsShown {
  chosen ??= WAYS.find((way) => way === stored()) ?? 'margin'
  return chosen
}

export function showAuthors(way: AuthorsShown): void {
  chosen = way
  try {
    localStorage.setItem(KEY, way)
  } catch {
    // A browser that keeps nothing still shows what was asked for.
  }
  for (const listener of listeners) listener()
}

export function onAuthorsShown(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
