import { Popover } from '@base-ui/react/popover'
import { AUTHORS_SHOWN, type AuthorsShown, type AuthorsShownState, keepsOrder, type PadData } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import { Highlighter } from 'lucide-react'
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { askServer } from '../../ui/ask-server.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { chordName } from '../editing/key-names.ts'
import { PAGE_ACTIONS } from '../editing/page-actions.ts'
import type { LivePad } from '../live-pad.ts'
import floating from '../popover.module.css'
import { usePadEditor } from '../use-editor.ts'
import styles from './authors-menu.module.css'
import { authoredLines } from './authors-plugin.ts'
import { authorsShown, onAuthorsShown, showAuthors } from './authors-shown.ts'
import type { KnownAuthors } from './known-authors.ts'
import { contributors, shareWords } from './line-authors.ts'

const WAY_WORDS: Record<AuthorsShown, string> = {
  off: sentence('Off'),
  margin: sentence('In the margin'),
  text: sentence('Behind the text'),
}

const PAD_WORDS: Record<AuthorsShown, string> = {
  off: sentence('Whoever has not chosen sees this pad with authors <b>off</b>.'),
  margin: sentence('Whoever has not chosen sees this pad with authors <b>in the margin</b>.'),
  text: sentence('Whoever has not chosen sees this pad with authors <b>behind the text</b>.'),
}

/** Who wrote what, in the bar: how it is shown, and who wrote how much. */
export function AuthorsMenu({ pad, data }: { pad: LivePad; data: PadData }) {
  const { say } = useWords()
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
      <Popover.Trigger className={styles.trigger} aria-label={say('Who wrote what')} title={say('Who wrote what')}>
        <Highlighter size={17} strokeWidth={1.75} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={8} className={floating.positioner}>
          <Popover.Popup className={floating.popup} finalFocus={() => goesBack.current}>
            <div className={styles.panel}>
              <Popover.Title className={styles.title}>{say('Who wrote what')}</Popover.Title>
              <WaysToShow />
              {keepsOrder(data.role) && <WayOfPad name={data.pad.name} atFirst={data.authorsShown} />}
              {editor !== null && <Contributors editor={editor} known={pad.connection.authors} />}
              {/* The page's own address may end in anything that names a line. */}
              <a className={styles.history} href={`${location.pathname.replace(/\/$/, '')}/timeslider`}>
                {say('History of this pad')}
              </a>
              {editor !== null && (
                <Popover.Close
                  render={
                    <Button kind="quiet" className={styles.ask} onClick={() => ask(editor)}>
                      {say('Who wrote this line?')}{' '}
                      <kbd>{PAGE_ACTIONS.author.keys.map((chord) => chordName(chord, say))}</kbd>
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
  const { say } = useWords()
  const shown = useSyncExternalStore(onAuthorsShown, authorsShown)
  return (
    <fieldset className={styles.ways}>
      <legend className={styles.legend}>{say('Show authors on this device')}</legend>
      {AUTHORS_SHOWN.map((way) => (
        <label key={way} className={styles.way}>
          <input type="radio" name="authors" checked={shown === way} onChange={() => showAuthors(way)} />
          {say(WAY_WORDS[way])}
        </label>
      ))}
    </fieldset>
  )
}

/** For those who keep order: how everybody else sees the pad who has not chosen. */
function WayOfPad({ name, atFirst }: { name: string; atFirst: AuthorsShown }) {
  const { say, weave } = useWords()
  const shown = useSyncExternalStore(onAuthorsShown, authorsShown)
  const [ofPad, setOfPad] = useState(atFirst)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async () => {
    const body: AuthorsShownState = { authorsShown: shown }
    const answer = await askServer('PUT', `/api/v1/pads/${encodeURIComponent(name)}/authors-shown`, body)
    if (answer.is === 'done') setOfPad(shown)
    setProblem(answer.is === 'problem' ? answer.problem : null)
  }
  return (
    <div className={styles.ofPad}>
      <p>{weave(PAD_WORDS[ofPad], { b: (words) => <b>{words}</b> })}</p>
      <Button kind="quiet" onClick={choose} disabled={shown === ofPad}>
        {say('Show everybody what I see')}
      </Button>
      {problem !== null && <p role="alert">{say(problem)}</p>}
    </div>
  )
}

/** Often enough to be true, seldom enough to be read. */
const COUNTED_EVERY_MS = 1_000

function Contributors({ editor, known }: { editor: Editor; known: KnownAuthors }) {
  const { say } = useWords()
  const [, countAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const timer = setInterval(countAgain, COUNTED_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const shares = contributors(authoredLines(editor.state))
  const all = shares.reduce((sum, { length }) => sum + length, 0)
  if (all === 0) return <p className={styles.nobody}>{say('Nobody has written anything yet.')}</p>
  return (
    <ul className={styles.list} aria-label={say('Share of the text')}>
      {shares.map(({ author, length }) => {
        const person = known.person(author)
        return (
          <li key={author} className={styles.person}>
            <Avatar person={person} size="small" />
            <bdi className={styles.name}>{person.name}</bdi>
            <span className={styles.share}>{shareWords(length, all, say)}</span>
          </li>
        )
      })}
    </ul>
  )
}
