import { Plugin, PluginKey } from '@tiptap/pm/state'

type Spot = { line: Element; x: number; y: number }

const GLIDE_MS = 120
/** A caret that moved less long ago shows its name. */
const JUST_MOVED_MS = 500
/** For how long a name stands beside a caret that moved. */
const NAME_SHOWN_MS = 1_800

/**
 * Shows the name of a caret for a while when it moves, and lets it glide to its new place within its line. The text is never
 * animated; between lines a caret jumps.
 */
export function caretMotion(carets: { movedAgo(client: number): number; stop(): void }): Plugin {
  let spots = new Map<number, Spot>()
  const names = new Map<HTMLElement, ReturnType<typeof setTimeout>>()
  let frame = 0

  const showName = (caret: HTMLElement) => {
    clearTimeout(names.get(caret))
    caret.dataset.moved = ''
    const hide = () => {
      delete caret.dataset.moved
      names.delete(caret)
    }
    names.set(caret, setTimeout(hide, NAME_SHOWN_MS))
  }

  return new Plugin({
    key: new PluginKey('caretMotion'),
    view: (view) => {
      const look = () => {
        frame = 0
        const before = spots
        spots = new Map()
        const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
        // First all that is asked of the layout and then all that changes it, or each would have it made anew.
        const seen = [...view.dom.querySelectorAll<HTMLElement>('.caret')].flatMap((caret) => {
          const client = Number(caret.dataset.client)
          const spot = spotOf(caret)
          return spot === null ? [] : [{ caret, client, spot }]
        })
        for (const { caret, client, spot } of seen) {
          spots.set(client, spot)
          if (carets.movedAgo(client) < JUST_MOVED_MS) showName(caret)
          if (!isStill) glide(caret, before.get(client), spot)
        }
      }
      return {
        update: () => {
          if (frame === 0) frame = requestAnimationFrame(look)
        },
        destroy: () => {
          cancelAnimationFrame(frame)
          for (const timer of names.values()) clearTimeout(timer)
          carets.stop()
        },
      }
    },
  })
}

function spotOf(caret: HTMLElement): Spot | null {
  const line = caret.closest('p')
  const bar = caret.firstElementChild
  if (line === null || bar === null) return null
  const [at, from] = [bar.getBoundingClientRect(), line.getBoundingClientRect()]
  return { line, x: at.left - from.left, y: at.top - from.top }
}

function glide(caret: HTMLElement, before: Spot | undefined, now: Spot) {
  if (before === undefined || before.line !== now.line) return
  const [dx, dy] = [before.x - now.x, before.y - now.y]
  if (Math.abs(dx) < 1 && Math.abs(dy) < 1) return
  caret.firstElementChild?.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], {
    duration: GLIDE_MS,
    easing: 'ease-out',
  })
}
