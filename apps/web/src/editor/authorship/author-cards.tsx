import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { panelOf, showPanel } from '../editing/open-panel.ts'
import { padZone } from '../editing/pad-zone.ts'
import type { LivePad } from '../live-pad.ts'
import { useEditorFacts, usePadEditor } from '../use-editor.ts'
import { AuthorCard } from './author-card.tsx'
import { spokenWords } from './author-words.ts'
import { SOMEBODY } from './known-authors.ts'
import { authorShares } from './line-authors.ts'
import { lineOfCaret, usePointedAt } from './use-author-of.ts'

/** Tells who wrote what: to a pointer that rests or a finger that presses, and by key for the line of the caret, aloud. */
export function AuthorCards({ pad }: { pad: LivePad }) {
  const editor = usePadEditor(pad)
  return editor === null ? null : <Cards editor={editor} pad={pad} />
}

/** Long enough to be read. */
const SHOWN_MS = 8_000

const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt'])

function Cards({ editor, pad }: { editor: Editor; pad: LivePad }) {
  const words = useWords()
  const { authors } = pad.connection
  const pointed = usePointedAt(editor)
  const asked = useEditorFacts(editor, ({ state }) => (panelOf(state) === 'author' ? state.selection.head : null))
  useLeaving(editor, asked)
  const person = (id: string) => {
    const known = authors.person(id)
    return known.name === SOMEBODY ? { ...known, name: words.say(SOMEBODY) } : known
  }
  const zone = padZone(editor)
  const line = asked === null ? null : lineOfCaret(editor)
  const card = line ?? pointed
  return (
    <>
      {/* There before there is anything to say: only what comes into a live region is read out. */}
      <VisuallyHidden>
        <span role="status">{line !== null && spokenWords(authorShares(line.passages), person, zone, words)}</span>
      </VisuallyHidden>
      {card !== null && (
        <div aria-hidden="true" data-author-card>
          <AuthorCard pointed={card} person={person} zone={zone} side="above" />
        </div>
      )}
    </>
  )
}

/** The answer goes when one goes on: with the next key, press or change of place, and after a while by itself. */
function useLeaving(editor: Editor, asked: number | null) {
  useEffect(() => {
    if (asked === null) return
    const since = performance.now()
    const leave = () => panelOf(editor.state) === 'author' && showPanel(editor, null)
    // The key that asked is still on its way to the window.
    const onKey = ({ key, timeStamp }: KeyboardEvent) => timeStamp < since || MODIFIERS.has(key) || leave()
    const timer = setTimeout(leave, SHOWN_MS)
    addEventListener('keydown', onKey)
    addEventListener('pointerdown', leave)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', onKey)
      removeEventListener('pointerdown', leave)
    }
  }, [editor, asked])
}
