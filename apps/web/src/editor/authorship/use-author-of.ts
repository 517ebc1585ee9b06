import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { authoredLines } from './authors-plugin.ts'
import { authorsShown } from './authors-shown.ts'
import type { AuthoredLine } from './line-reader.ts'

/** Words that somebody points at, and where they stand in the window. */
export type Pointed = { passages: AuthoredLine; place: { left: number; right: number; top: number; bottom: number } }

/** How long a pointer rests on words, or on the rule beside them, before they are told about. */
const REST_MS = { words: 800, rule: 200, finger: 500 }
/** As far as a resting hand may tremble. */
const TREMBLE = 8
/** As far as the pointer may go from where it asked before the answer is taken away. */
const NEAR = 28

/** The words that the pointer rests on, or that a finger presses for a while; null when it has gone on. */
export function usePointedAt(editor: Editor): Pointed | null {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  useEffect(() => {
    const { dom } = editor.view
    let at = { x: 0, y: 0 }
    let shownAt: { x: number; y: number } | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    const forget = () => {
      clearTimeout(timer)
      if (shownAt !== null) setPointed(null)
      shownAt = null
    }
    const ask = (event: PointerEvent, after: number) => {
      clearTimeout(timer)
      const { target } = event
      at = { x: event.clientX, y: event.clientY }
      timer = setTimeout(() => {
        const found = authorsShown() === 'off' ? null : wordsAt(editor, target, at)
        setPointed(found)
        shownAt = found && at
      }, after)
    }
    const onMove = (event: PointerEvent) => {
      const gone = (from: { x: number; y: number }) => Math.hypot(event.clientX - from.x, event.clientY - from.y)
      if (event.pointerType !== 'mouse') {
        if (gone(at) > TREMBLE) forget()
        return
      }
      if (shownAt !== null && gone(shownAt) <= NEAR) return
      forget()
      ask(event, isBeside(event.target, event.clientX) ? REST_MS.rule : REST_MS.words)
    }
    const onDown = (event: PointerEvent) => {
      forget()
      if (event.pointerType !== 'mouse') ask(event, REST_MS.finger)
    }
    const onUp = () => clearTimeout(timer)

    const listeners = { pointermove: onMove, pointerdown: onDown, pointerup: onUp } as const
    for (const [type, listener] of Object.entries(listeners)) dom.addEventListener(type, listener as EventListener)
    for (const type of ['pointerleave', 'keydown'] as const) dom.addEventListener(type, forget)
    addEventListener('scroll', forget, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const [type, listener] of Object.entries(listeners)) dom.removeEventListener(type, listener as EventListener)
      for (const type of ['pointerleave', 'keydown'] as const) dom.removeEventListener(type, forget)
      removeEventListener('scroll', forget)
    }
  }, [editor])
  return pointed
}

/** The line under the caret, for those who do not point. */
export function lineOfCaret({ state, view }: Editor): Pointed {
  const { $head } = state.selection
  const passages = authoredLines(state)[$head.index(0)] ?? []
  const element = $head.depth === 0 ? null : view.nodeDOM($head.before(1))
  // Beside the whole line, so that it can be read.
  const place = element instanceof Element ? element.getBoundingClientRect() : view.coordsAtPos($head.pos)
  return { passages, place }
}

/** Beside its rule the whole line is meant, on its words the passage under the pointer. */
function wordsAt(editor: Editor, target: EventTarget | null, { x, y }: { x: number; y: number }): Pointed | null {
  const { state, view } = editor
  const line = lineElement(target)
  if (line === null || !line.isConnected) return null
  const box = line.getBoundingClientRect()
  const place = state.doc.resolve(view.posAtDOM(line, 0)).index(0)
  const passages = authoredLines(state)[place] ?? []
  if (passages.length === 0) return null
  if (isBeside(target, x)) return { passages, place: { left: x, right: x, top: box.top, bottom: box.bottom } }
  const found = view.posAtCoords({ left: x, top: y })
  if (found === null) return null
  const $pos = state.doc.resolve(found.pos)
  if ($pos.index(0) !== place || $pos.depth === 0) return null
  const near = view.coordsAtPos(found.pos)
  // Beside the end of a line there is nothing to tell about.
  if (Math.abs(near.left - x) > 20) return null
  const offset = found.pos - $pos.start(1)
  const passage = passages.find(({ from, to }) => from <= offset && offset <= to)
  return passage ? { passages: [passage], place: { left: x, right: x, top: near.top, bottom: near.bottom } } : null
}

const lineElement = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.pad-text > [data-written]') : null

/** Whether a point is in the margin, on a line's rule or initials. */
function isBeside(target: EventTarget | null, x: number): boolean {
  const line = lineElement(target)
  return line !== null && target === line && x < line.getBoundingClientRect().left
}
