import type { Awareness } from 'y-protocols/awareness'

/** The field of an awareness state that says that its person looks away. */
export const AWAY = 'away'

/** After so long in another tab, or without a key, a click or a scroll, somebody counts as away. */
const HIDDEN_MS = 60_000
const IDLE_MS = 5 * 60_000

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove', 'scroll'] as const

/** Tells the others while the person is away from this page. Answers how to end it. */
export function tellAway(awareness: Awareness): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAway = false

  const say = (away: boolean) => {
    if (away === isAway) return
    isAway = away
    awareness.setLocalStateField(AWAY, away)
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => say(true), document.hidden ? HIDDEN_MS : IDLE_MS)
  }
  const sign = () => {
    say(false)
    wait()
  }
  const seen = () => (document.hidden ? wait() : sign())

  for (const kind of SIGNS) addEventListener(kind, sign, { passive: true, capture: true })
  document.addEventListener('visibilitychange', seen)
  wait()
  return () => {
    clearTimeout(timer)
    for (const kind of SIGNS) removeEventListener(kind, sign, { capture: true })
    document.removeEventListener('visibilitychange', seen)
  }
}
