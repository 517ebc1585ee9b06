import type { Editor } from '@tiptap/core'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { LivePad } from './live-pad.ts'

/** The pad's editor, or null while there is none. */
export function usePadEditor(pad: LivePad): Editor | null {
  return useSyncExternalStore(pad.subscribe, pad.editor)
}

/** Something about the editor that a tool shows; renders anew only when it changes. It must be plain data. */
export function useEditorFacts<Facts>(editor: Editor, read: (editor: Editor) => Facts): Facts {
  const last = useRef<{ key: string; facts: Facts } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener).on('focus', listener).on('blur', listener)
      return () => void editor.off('transaction', listener).off('focus', listener).off('blur', listener)
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => {
    const facts = read(editor)
    const key = JSON.stringify(facts)
    if (last.current?.key !== key) last.current = { key, facts }
    return last.current.facts
  })
}
