import { keepsOrder, type Person } from '@forumpad/api'
import type { Passage } from '@forumpad/pad-schema'
import { useState, useSyncExternalStore } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { goToLine, showLine } from '../line-links/go-to-line.ts'
import type { LivePad } from '../live-pad.ts'
import { usePadEditor } from '../use-editor.ts'
import { CommentBox } from './comment-box.tsx'
import type { CommentList, Thread } from './comment-list.ts'
import { CommentThread } from './comment-thread.tsx'
import styles from './comments.module.css'
import { anchorOf, passagesIn } from './passage-places.ts'
import { useSelectedPassage } from './use-selected-passage.ts'

type Props = {
  pad: LivePad
  list: CommentList
  passages: ReadonlyMap<number, Passage | null>
  me: Person
  writable: boolean
  /** The thread that was asked for. */
  asked: number | null
}

/** The comments on the pad in the order of the text, and where one begins another. */
export function CommentsPanel({ pad, list, passages, me, writable, asked }: Props) {
  const { say } = useWords()
  const { threads, readersMay, loaded } = useSyncExternalStore(list.subscribe, list.state)
  const editor = usePadEditor(pad)
  const role = pad.connection.asides.role
  const mayWrite = writable && (role !== 'reader' || readersMay)
  const [settledShown, setSettledShown] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const selected = useSelectedPassage(editor)
  const anchor = editor && selected ? anchorOf(editor, selected) : null
  const quote = editor && anchor ? passagesIn(editor, [anchor])[0]?.words : undefined

  const settled = threads.filter(({ first }) => first.resolvedBy !== null)
  const shown = inOrder(settledShown ? threads : threads.filter(({ first }) => first.resolvedBy === null), passages)
  const go = ({ first }: Thread) => {
    const block = passages.get(first.id)?.parts[0]?.block
    if (!editor || block === undefined) return
    if (editor.isEditable) goToLine(editor, block)
    else showLine(editor, block)
  }

  return (
    <div className={styles.comments}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.list} tabIndex={0} aria-label={say('Comments')}>
        {loaded && shown.length === 0 && (
          <p className={styles.none}>
            {mayWrite
              ? say('No open comments. Select words in the text to comment on them.')
              : say('No open comments.')}
          </p>
        )}
        <ol>
          {shown.map((thread) => (
            <CommentThread
              key={thread.first.id}
              thread={thread}
              passage={passages.get(thread.first.id)}
              list={list}
              me={me}
              mayWrite={mayWrite}
              keepsOrder={keepsOrder(role)}
              isAsked={asked === thread.first.id}
              onGo={() => go(thread)}
              onProblem={setProblem}
            />
          ))}
        </ol>
        {settled.length > 0 && (
          <Button kind="quiet" onClick={() => setSettledShown(!settledShown)}>
            {settledShown ? say('Hide what is settled') : say('Show {settled} settled', { settled: settled.length })}
          </Button>
        )}
        {keepsOrder(role) && (
          <label className={styles.allow}>
            <input
              type="checkbox"
              checked={readersMay}
              onChange={async ({ target }) =>
                setProblem((await list.do({ is: 'allow', readers: target.checked })) ?? null)
              }
            />
            {say('Readers may comment too')}
          </label>
        )}
      </section>
      <p className={styles.problem} role="status">
        {problem !== null && say(problem)}
      </p>
      {mayWrite ? (
        <div className={styles.new}>
          <p className={styles.about}>
            {quote === undefined ? say('Select words in the text to comment on them.') : <q dir="auto">{quote}</q>}
          </p>
          <CommentBox
            list={list}
            thread={0}
            label={say('Comment on these words')}
            button={say('Comment')}
            about={() => (editor && selected ? anchorOf(editor, selected) : null)}
          />
        </div>
      ) : (
        <p className={styles.none}>
          {writable
            ? say('You may read the comments, not write any.')
            : say('This pad is frozen: its comments can be read.')}
        </p>
      )}
    </div>
  )
}

/** As their passages stand in the text; those that are gone come last. */
function inOrder(threads: readonly Thread[], passages: Props['passages']): Thread[] {
  const place = ({ first }: Thread) => {
    const part = passages.get(first.id)?.parts[0]
    return part ? part.block * 1e6 + Math.min(part.stretch?.from ?? 0, 1e6 - 1) : Number.MAX_SAFE_INTEGER
  }
  return [...threads].sort((a, b) => place(a) - place(b))
}
