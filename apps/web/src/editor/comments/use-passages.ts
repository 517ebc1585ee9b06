import type { Passage } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { Thread } from './comment-list.ts'
import { passagesIn } from './passage-places.ts'

/** Passages are looked for again so long after a change: typing does not wait for it. */
const LOOK_AFTER_MS = 300

/** What is left of the passage of each thread, by the thread's id; null where it is gone. */
export function usePassages(editor: Editor | null, threads: readonly Thread[]): ReadonlyMap<number, Passage | null> {
  const [passages, setPassages] = useState<ReadonlyMap<number, Passage | null>>(new Map())
  useEffect(() => {
    if (!editor) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      const anchored = threads.flatMap(({ first: { id, anchor } }) => (anchor ? [{ id, anchor }] : []))
      const found = passagesIn(
        editor,
        anchored.map(({ anchor }) => anchor),
      )
      setPassages(new Map(anchored.map(({ id }, at) => [id, found[at] ?? null])))
    }
    const soon = () => {
      timer ??= setTimeout(look, LOOK_AFTER_MS)
    }
    look()
    if (threads.length > 0) editor.on('update', soon)
    return () => {
      clearTimeout(timer)
      editor.off('update', soon)
    }
  }, [editor, threads])
  return passages
}
