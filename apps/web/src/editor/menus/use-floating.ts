import { type RefObject, useLayoutEffect, useRef } from 'react'

/** A stretch of the window, in its pixels. */
export type Place = { left: number; right: number; top: number; bottom: number }

const GAP = 6
const EDGE = 8

/**
 * Lays an element over the page beside a place that moves with the text: on the wanted side if there is room, else on the
 * other one, and never outside of what a phone's keyboard leaves free. Nothing in the page moves.
 */
export function useFloating(side: 'above' | 'below', place: () => Place | null): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const lay = () => {
      const at = place()
      if (ref.current !== null && at !== null) layBeside(ref.current, at, side)
    }
    lay()
    const { visualViewport } = window
    addEventListener('scroll', lay, { passive: true, capture: true })
    addEventListener('resize', lay)
    visualViewport?.addEventListener('resize', lay)
    return () => {
      removeEventListener('scroll', lay, { capture: true })
      removeEventListener('resize', lay)
      visualViewport?.removeEventListener('resize', lay)
    }
  })
  return ref
}

function layBeside(element: HTMLElement, at: Place, side: 'above' | 'below') {
  const { offsetWidth: width, offsetHeight: height } = element
  const top = window.visualViewport?.offsetTop ?? 0
  const bottom = top + (window.visualViewport?.height ?? innerHeight)
  const fitsBelow = at.bottom + GAP + height <= bottom - EDGE
  const fitsAbove = at.top - GAP - height >= top + EDGE
  const below = side === 'below' ? fitsBelow || !fitsAbove : !fitsAbove && fitsBelow
  const isRtl = getComputedStyle(element).direction === 'rtl'
  const left = isRtl ? at.right - width : at.left
  const room = document.documentElement.clientWidth - width - EDGE
  element.style.left = `${Math.max(EDGE, Math.min(left, room))}px`
  element.style.top = `${Math.max(top + EDGE, below ? at.bottom + GAP : at.top - GAP - height)}px`
}
