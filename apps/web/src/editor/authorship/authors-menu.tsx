import { Popover } from '@base-ui/react/popover'
import type { Editor } from '@tiptap/core'
import { Highlighter } from 'lucide-react'
import { useEffect, useReducer, useRef, useSyncExternalStore } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { chordName } from '../editing/key-names.ts'
import { PAGE_ACTIONS } from '../editing/page-actions.ts'
import type { LivePad } from '../live-pad.ts'
import floating from '../popover.module.css'
import { usePadEditor } from '../use-editor.ts'
import styles from './authors-menu.module.css'
import { authoredLines } from './authors-plugin.ts'
import { type AuthorsShown, authorsShown, onAuthorsShown, showAuthors, WAYS } from './authors-shown.ts'
import type { KnownAuthors } from './known-authors.ts'
import { contributors, shareWords } from './line-authors.ts'

const WAY_WORDS: Record<AuthorsShown, string> = { off: 'Off', margin: 'In the margin', text: 'Behind the text' }

/** Who wrote what, in the bar: how it is shown, and who wrote how much. */
export function AuthorsMenu({ pad }: { pad: LivePad }) {
  const editor = usePadEditor(pad)
  const goesBack = useRef(true)
  const ask = (editor: Editor) => {
    goesBack.current = false
    editor.commands.focus()
    PAGE_ACTIONS.author.run(editor)
  }
  return (
    <Popover.Root
      onOpenChange={(open) => {
        if (open) goesBack.current = true
      }}
    >
      <Popover.Trigger className={styles.trigger} aria-label="Who wrote what" title="Who wrote what">
        <Highlighter size={17} strokeWidth={1.75} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={8} className={floating.positioner}>
          <Popover.Popup className={floating.popup} finalFocus={() => goesBack.current}>
            <div className={styles.panel}>
              <Popover.Title className={styles.title}>Who wrote what</Popover.Title>
              <WaysToShow />
              {editor !== null && <Contributors editor={editor} known={pad.connection.authors} />}
              {editor !== null && (
                <Popover.Close
                  render={
                    <Button kind="quiet" className={styles.ask} onClick={() => ask(editor)}>
                      Who wrote this line? <kbd>{PAGE_ACTIONS.author.keys.map(chordName)}</kbd>
                    </Button>
                  }
                />
              )}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function WaysToShow() {
  const shown = useSyncExternalStore(onAuthorsShown, authorsShown)
  return (
    <fieldset className={styles.ways}>
      <legend className={styles.legend}>Show authors on this device</legend>
      {WAYS.map((way) => (
        <label key={way} className={styles.way}>
          <input type="radio" name="authors" checked={shown === way} onChange={() => showAuthors(way)} />
          {WAY_WORDS[way]}
        </label>
      ))}
    </fieldset>
  )
}

/** Often enough to be true, seldom enough to be read. */
const COUNTED_EVERY_MS = 1_000

function Contributors({ editor, known }: { editor: Editor; known: KnownAuthors }) {
  const [, countAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const timer = setInterval(countAgain, COUNTED_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const shares = contributors(authoredLines(editor.state))
  const all = shares.reduce((sum, { length }) => sum + length, 0)
  if (all === 0) return <p className={styles.nobody}>Nobody has written anything yet.</p>
  return (
    <ul className={styles.list} aria-label="Share of the text">
      {shares.map(({ author, length }) => {
        const person = known.person(author)
        return (
          <li key={author} className={styles.person}>
            <Avatar person={person} size="small" />
            <bdi className={styles.name}>{person.name}</bdi>
            <span className={styles.share}>{shareWords(length, all)}</span>
          </li>
        )
      })}
    </ul>
  )
}
