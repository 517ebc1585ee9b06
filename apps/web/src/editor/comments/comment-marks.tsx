import { useWords } from '../../languages/use-words.tsx'
import './comment-marks.css'
import type { Passage } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { MessageSquareText } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Thread } from './comment-list.ts'
import { stretchesOf } from './passage-places.ts'

type Props = {
  editor: Editor
  threads: readonly Thread[]
  passages: ReadonlyMap<number, Passage | null>
  onOpen(thread: number): void
}

type Mark = { thread: number; top: number; left: number; words: string; count: number }

/** Quiet marks in the margin beside what is commented on, and a fine line under its words. Threads that are settled have none. */
export function CommentMarks({ editor, threads, passages, onOpen }: Props) {
  const { say } = useWords()
  const open = useMemo(() => threads.filter(({ first }) => first.resolvedBy === null), [threads])
  const [marks, setMarks] = useState<readonly Mark[]>([])
  useUnderlines(editor, open, passages)

  useEffect(() => {
    const place = () => setMarks(placed(editor, open, passages))
    place()
    addEventListener('resize', place)
    return () => removeEventListener('resize', place)
  }, [editor, open, passages])

  const main = document.querySelector('main')
  if (!main || marks.length === 0) return null
  return createPortal(
    <ul className="comment-marks" aria-label={say('Comments in the text')}>
      {marks.map(({ thread, top, left, words, count }) => (
        <li key={thread}>
          <button
            type="button"
            style={{ top: `${top}px`, left: `${left}px` }}
            aria-label={say('{count, plural, one {Comment on “{words}”} other {# comments on “{words}”}}', {
              count,
              words,
            })}
            title={say('{count, plural, one {Comment} other {# comments}}', { count })}
            onClick={() => onOpen(thread)}
          >
            <MessageSquareText size={15} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>,
    main,
  )
}

function placed(editor: Editor, threads: readonly Thread[], passages: Props['passages']): Mark[] {
  const { view, state } = editor
  if (view.isDestroyed) return []
  const { right } = view.dom.getBoundingClientRect()
  return threads.flatMap(({ first, answers }) => {
    const passage = passages.get(first.id)
    const [stretch] = passage ? stretchesOf(state.doc, passage) : []
    if (!passage || !stretch) return []
    const { top } = view.coordsAtPos(stretch.from)
    const words = passage.words.slice(0, 60)
    return [{ thread: first.id, top: top + scrollY, left: right + scrollX, words, count: answers.length + 1 }]
  })
}

/** Drawn by the browser over the text: nothing in the text changes. Browsers that cannot leave the words as they are. */
function useUnderlines(editor: Editor, threads: readonly Thread[], passages: Props['passages']): void {
  useLayoutEffect(() => {
    if (!('highlights' in CSS) || editor.view.isDestroyed) return
    const ranges = threads.flatMap(({ first }) => {
      const passage = passages.get(first.id)
      return passage ? stretchesOf(editor.state.doc, passage).map((stretch) => rangeOf(editor, stretch)) : []
    })
    CSS.highlights.set('commented', new Highlight(...ranges))
    return () => void CSS.highlights.delete('commented')
  }, [editor, threads, passages])
}

function rangeOf({ view }: Editor, { from, to }: { from: number; to: number }): Range {
  const range = document.createRange()
  const [begin, end] = [view.domAtPos(from), view.domAtPos(to)]
  range.setStart(begin.node, begin.offset)
  range.setEnd(end.node, end.offset)
  return range
}
