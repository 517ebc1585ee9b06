import { useSyncExternalStore } from 'react'

/** The ids of an event's sessions that this device starred. */
export type Stars = ReadonlySet<string>

const NONE: Stars = new Set()
const CHANGED = 'stars-changed'
const MOST = 1_000

/** The stars of an event, kept on this device alone, and how to star a session or take the star away. None on the server. */
export function useStars(event: string): [Stars, (session: string, starred: boolean) => void] {
  const stars = useSyncExternalStore(
    subscribe,
    () => starsOf(event),
    () => NONE,
  )
  return [stars, (session, starred) => keep(event, session, starred)]
}

// What was read last, so that the same text gives the same set.
const read = new Map<string, { text: string; stars: Stars }>()

function starsOf(event: string): Stars {
  const text = stored(event)
  const known = read.get(event)
  if (known?.text === text) return known.stars
  const stars = idsIn(text)
  read.set(event, { text, stars })
  return stars
}

function keep(event: string, session: string, starred: boolean): void {
  const stars = new Set(starsOf(event))
  if (starred && stars.size < MOST) stars.add(session)
  else stars.delete(session)
  const text = JSON.stringify([...stars])
  read.set(event, { text, stars })
  try {
    localStorage.setItem(keyOf(event), text)
  } catch {
    // A browser that keeps nothing has its stars until the page is left.
    unkept.set(event, text)
  }
  window.dispatchEvent(new Event(CHANGED))
}

const unkept = new Map<string, string>()

function stored(event: string): string {
  try {
    return unkept.get(event) ?? localStorage.getItem(keyOf(event)) ?? ''
  } catch {
    return unkept.get(event) ?? ''
  }
}

function idsIn(text: string): Stars {
  try {
    const ids: unknown = JSON.parse(text || '[]')
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, MOST) : [])
  } catch {
    return NONE
  }
}

function keyOf(event: string): string {
  return `stars of ${event}`
}

/** Other windows of this browser say so by themselves. */
function subscribe(changed: () => void): () => void {
  window.addEventListener('storage', changed)
  window.addEventListener(CHANGED, changed)
  return () => {
    window.removeEventListener('storage', changed)
    window.removeEventListener(CHANGED, changed)
  }
}
