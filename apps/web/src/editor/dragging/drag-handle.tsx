import type { Editor } from '@tiptap/core'
import { GripVertical } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { copyLineLink } from '../line-links/copy-line-link.ts'
import { useEditorFacts } from '../use-editor.ts'
import { blockAt, blockElements, indexOfBlock } from './blocks-on-screen.ts'
import { dragLine } from './drag.ts'
import styles from './drag-handle.module.css'

/** Left of the margin in which the authors stand. */
const MARGIN = 88
const EDGE = 2

/**
 * A grip beside the line under the pointer, to carry the line elsewhere or to copy its link. Whoever has no pointer does both by
 * keys, so it is hidden from screen readers.
 */
export function DragHandle({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const handle = useRef<HTMLDivElement>(null)
  const mark = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLElement | null>(null)
  const editable = useEditorFacts(editor, ({ isEditable }) => isEditable)

  useEffect(() => {
    const sheet = editor.view.dom
    const show = (block: HTMLElement | null) => {
      line.current = block
      if (handle.current === null) return
      handle.current.hidden = block === null
      if (block !== null) placeBeside(handle.current, block, sheet.getBoundingClientRect().left)
    }
    const follow = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || handle.current?.contains(event.target as Node)) return
      const { left, right } = sheet.getBoundingClientRect()
      const isBeside = event.clientX > left - MARGIN - 16 && event.clientX < right + 16
      const blocks = isBeside && left >= 24 ? blockElements(editor.view) : []
      const block = blocks[blockAt(blocks, event.clientY)]
      show(block !== undefined && block.getBoundingClientRect().top <= event.clientY ? block : null)
    }
    const hide = () => show(null)
    // Lines above may grow while others write.
    const stay = () => line.current !== null && show(line.current.isConnected ? line.current : null)
    addEventListener('pointermove', follow)
    addEventListener('scroll', hide, { passive: true })
    editor.on('update', stay)
    return () => {
      removeEventListener('pointermove', follow)
      removeEventListener('scroll', hide)
      editor.off('update', stay)
    }
  }, [editor])

  const showMark = (top: number | null) => {
    if (mark.current === null) return
    const { left, width } = editor.view.dom.getBoundingClientRect()
    mark.current.hidden = top === null
    mark.current.style.cssText = `left: ${left}px; width: ${width}px; top: ${top ?? 0}px`
  }
  if (!editable) return null
  return (
    <>
      <div
        ref={handle}
        hidden
        aria-hidden="true"
        className={styles.handle}
        title={say('Drag to move this line, press to copy its link')}
        onPointerDown={(event) => {
          if (event.button !== 0 || line.current === null) return
          event.preventDefault()
          const carried = line.current
          if (handle.current !== null) handle.current.hidden = true
          dragLine(editor.view, carried, event.clientY, {
            show: showMark,
            pressed: () => void copyLineLink(editor, indexOfBlock(editor.view, carried)),
          })
        }}
      >
        <GripVertical size={15} strokeWidth={1.75} />
      </div>
      <div ref={mark} hidden aria-hidden="true" className={styles.mark} />
    </>
  )
}

/** At the height of the line's first row. */
function placeBeside(handle: HTMLElement, block: HTMLElement, left: number) {
  const { lineHeight, paddingTop } = getComputedStyle(block)
  const middle = (Number.parseFloat(paddingTop) || 0) + (Number.parseFloat(lineHeight) || 0) / 2
  handle.style.left = `${Math.max(EDGE, left - MARGIN)}px`
  handle.style.top = `${block.getBoundingClientRect().top + middle}px`
}
