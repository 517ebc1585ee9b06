import { startOfBlock } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

/** The last heading (by its block) that begins above the upper third of the window. Follows the reading. */
export function useHeadingInView(editor: Editor, headings: readonly { index: number }[]): number | null {
  const [inView, setInView] = useState<number | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      const passed = headings.findLast(
        ({ index }) => (topOf(editor, index) ?? Number.POSITIVE_INFINITY) < innerHeight / 3,
      )
      setInView(passed?.index ?? headings[0]?.index ?? null)
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    soon()
    addEventListener('scroll', soon, { passive: true })
    addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', soon)
      removeEventListener('resize', soon)
    }
  }, [editor, headings])
  return inView
}

function topOf({ view, state }: Editor, index: number): number | undefined {
  if (index >= state.doc.childCount) return undefined
  const element = view.nodeDOM(startOfBlock(state.doc, index))
  return element instanceof HTMLElement ? element.getBoundingClientRect().top : undefined
}
