import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { Stretch } from './passage-places.ts'

/** What was selected in the text last, also by somebody who may only read it, and also when the caret is elsewhere by now. */
export function useSelectedPassage(editor: Editor | null): Stretch | null {
  const [selected, setSelected] = useState<Stretch | null>(null)
  useEffect(() => {
    if (!editor) return
    const look = () => {
      const selection = getSelection()
      const { anchorNode, focusNode } = selection ?? {}
      if (!selection || !anchorNode || !focusNode) return
      if (!editor.view.dom.contains(anchorNode) || !editor.view.dom.contains(focusNode)) return
      const ends = [
        editor.view.posAtDOM(anchorNode, selection.anchorOffset),
        editor.view.posAtDOM(focusNode, selection.focusOffset),
      ]
      setSelected({ from: Math.min(...ends), to: Math.max(...ends) })
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [editor])
  return selected
}
