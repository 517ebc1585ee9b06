import type { Editor } from '@tiptap/core'
import type { LivePad } from '../live-pad.ts'
import { caretOf, placeOfCharacter } from './place-of.ts'
import { type WhoWrites, watchWriting } from './who-writes.ts'

/** Whom the page scrolls along with. */
export type Followed =
  | { is: 'nobody' }
  | { is: 'person'; id: string }
  /** Whoever writes most, so that it goes on when another takes over. */
  | { is: 'note-taker' }
  /** Wherever something was written last. */
  | { is: 'newest' }

export interface Following {
  readonly writing: WhoWrites
  followed(): Followed
  follow(whom: Followed): void
  subscribe(listener: () => void): () => void
  end(): void
}

/** Keys by which one goes somewhere oneself, wherever the focus is. */
const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ', 'Escape'])

/** What is followed stays between these parts of the window's height, and is brought to the third. */
const [HIGHEST, LOWEST, BEST] = [0.2, 0.7, 0.4]

/** Scrolls the page along with somebody, until the person reading does something in the text themselves. */
export function openFollowing(pad: LivePad, { endsOnInput = true } = {}): Following {
  const { doc, awareness } = pad.connection
  const writing = watchWriting(doc, awareness)
  const listeners = new Set<() => void>()
  let followed: Followed = { is: 'nobody' }
  let frame = 0

  const follow = (whom: Followed) => {
    followed = whom
    for (const listener of listeners) listener()
    lookSoon()
  }
  const look = () => {
    frame = 0
    const editor = pad.editor()
    const at = editor && placeNow(editor)
    if (editor && at !== null) scrollTo(editor, at)
  }
  const lookSoon = () => {
    if (frame === 0 && followed.is !== 'nobody') frame = requestAnimationFrame(look)
  }
  const placeNow = (editor: Editor): number | null => {
    switch (followed.is) {
      case 'nobody':
        return null
      case 'person':
        return caretOf(editor, awareness, followed.id)
      case 'note-taker': {
        const person = writing.noteTaker()
        return person === null ? null : caretOf(editor, awareness, person)
      }
      case 'newest': {
        const character = writing.newest()
        return character === null ? null : placeOfCharacter(editor, character)
      }
    }
  }
  const stopIfOwn = (event: Event) => {
    if (followed.is !== 'nobody' && endsOnInput && isOwnWay(event)) follow({ is: 'nobody' })
  }

  const ownWays = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
  for (const kind of ownWays) addEventListener(kind, stopIfOwn, { passive: true, capture: true })
  awareness.on('change', lookSoon)
  const deaf = writing.subscribe(lookSoon)

  return {
    writing,
    followed: () => followed,
    follow,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      for (const kind of ownWays) removeEventListener(kind, stopIfOwn, { capture: true })
      awareness.off('change', lookSoon)
      cancelAnimationFrame(frame)
      deaf()
      writing.stop()
    },
  }
}

/** Whether somebody goes their own way by this, as opposed to using the page's tools. */
function isOwnWay(event: Event): boolean {
  const isInText = event.target instanceof Element && event.target.closest('.pad-text') !== null
  if (event instanceof KeyboardEvent) return isInText || (SCROLL_KEYS.has(event.key) && !isInTool(event.target))
  return event.type === 'pointerdown' ? isInText : !isInTool(event.target)
}

const isInTool = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('header, [role="dialog"], [role="toolbar"], [data-follow]') !== null

function scrollTo({ view }: Editor, at: number): void {
  const { top } = view.coordsAtPos(at)
  if (top > innerHeight * HIGHEST && top < innerHeight * LOWEST) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({ top: top - innerHeight * BEST, behavior: isCalm ? 'auto' : 'smooth' })
}
