import { moveBlockTo } from '@forumpad/pad-schema'
import type { EditorView } from '@tiptap/pm/view'
import { blockElements, gapAt, indexOfBlock } from './blocks-on-screen.ts'

/** So near to the window's edge the page scrolls along. */
const EDGE = 56
const STEP = 12
/** A hand that presses trembles. */
const SLACK = 4

/**
 * Carries a line until the pointer lets go. Others may write meanwhile: the line is known by its element, and where it goes is
 * looked up when it is dropped. `show` gets the height at which the line would come to stand, or null in the end; `pressed` is
 * called instead where the pointer did not move.
 */
export function dragLine(
  view: EditorView,
  line: HTMLElement,
  from: number,
  { show, pressed }: { show(top: number | null): void; pressed(): void },
): void {
  const ended = new AbortController()
  const { signal } = ended
  let y: number | null = null
  // An attribute on the line would be taken for an edit.
  const dimmed = line.animate({ opacity: [0.45, 0.45] }, { duration: 1_000, iterations: Number.POSITIVE_INFINITY })

  const scroll = setInterval(() => {
    if (y === null) return
    const by = y < EDGE * 2 ? -STEP : y > innerHeight - EDGE * 2 ? STEP : 0
    if (by === 0) return
    scrollBy({ top: by, behavior: 'instant' })
    show(gapTop(view, y))
  }, 16)
  const end = () => {
    clearInterval(scroll)
    ended.abort()
    dimmed.cancel()
    show(null)
  }

  addEventListener(
    'pointermove',
    (event) => {
      if (y === null && Math.abs(event.clientY - from) < SLACK) return
      y = event.clientY
      show(gapTop(view, y))
    },
    { signal },
  )
  addEventListener(
    'pointerup',
    () => {
      end()
      if (y === null) pressed()
      else if (line.isConnected && view.editable) drop(view, line, y)
    },
    { signal },
  )
  addEventListener('pointercancel', end, { signal })
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end()
    },
    { signal, capture: true },
  )
}

function drop(view: EditorView, line: HTMLElement, y: number) {
  const blocks = blockElements(view)
  const next = blocks[gapAt(blocks, y)]
  moveBlockTo(view, indexOfBlock(view, line), next === undefined ? view.state.doc.childCount : indexOfBlock(view, next))
  view.focus()
}

function gapTop(view: EditorView, y: number): number {
  const blocks = blockElements(view)
  const gap = gapAt(blocks, y)
  const below = blocks[gap]?.getBoundingClientRect().top
  return below ?? blocks.at(-1)?.getBoundingClientRect().bottom ?? 0
}
