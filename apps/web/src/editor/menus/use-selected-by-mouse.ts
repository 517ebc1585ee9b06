import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

/** Whether the selection that stands was made with a mouse that has been let go, and not waved away by Escape. */
export function useSelectedByMouse(editor: Editor): boolean {
  const [byMouse, setByMouse] = useState(false)
  useEffect(() => {
    const { dom } = editor.view
    const onDown = () => setByMouse(false)
    const onUp = (event: PointerEvent) => {
      // The editor learns of the selection after the event.
      if (event.pointerType === 'mouse') setTimeout(() => setByMouse(true))
    }
    const onKey = () => setByMouse(false)
    dom.addEventListener('pointerdown', onDown)
    addEventListener('pointerup', onUp)
    dom.addEventListener('keydown', onKey)
    return () => {
      dom.removeEventListener('pointerdown', onDown)
      removeEventListener('pointerup', onUp)
      dom.removeEventListener('keydown', onKey)
    }
  }, [editor])
  return byMouse
}
