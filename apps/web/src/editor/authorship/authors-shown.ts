import { AUTHORS_SHOWN, type AuthorsShown } from '@forumpad/api'

const KEY = 'forumpad.authors'
const listeners = new Set<() => void>()
let chosen: AuthorsShown | undefined
let ofPad: AuthorsShown = 'margin'

/** What was chosen on this device, or else for the pad. */
export function authorsShown(): AuthorsShown {
  chosen ??= AUTHORS_SHOWN.find((way) => way === stored())
  return chosen ?? ofPad
}

/** How the pad shows them where nothing is chosen. */
export function padShowsAuthors(way: AuthorsShown): void {
  ofPad = way
  for (const listener of listeners) listener()
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
