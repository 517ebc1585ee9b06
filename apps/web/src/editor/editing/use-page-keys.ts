import type { Editor } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { useEffect } from 'react'
import { ACTIONS } from './actions.ts'

/** Lets the keys of the actions that do not need the text work everywhere on the page. */
export function usePageKeys(editor: Editor): void {
  useEffect(() => {
    const bindings = ACTIONS.filter(({ anywhere }) => anywhere).flatMap(({ keys = [], run }) =>
      keys.map((chord) => [chord, () => run(editor)] as const),
    )
    const handle = keydownHandler(Object.fromEntries(bindings))
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.key.length === 1 && isWrittenInto(event.target))) return
      if (handle(editor.view, event)) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [editor])
}

function isWrittenInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
