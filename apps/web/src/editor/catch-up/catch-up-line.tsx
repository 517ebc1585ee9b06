import { useWords } from '../../languages/use-words.tsx'
import './missed-line.css'
import type { Editor } from '@tiptap/core'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { readersTime } from '../pad-badge.tsx'
import styles from './catch-up-line.module.css'
import { changeWords, type Missed, type MissedChange, missedWords } from './missed.ts'
import { pointOut } from './missed-line.ts'

type Props = { editor: Editor; pad: string; missed: Missed; dismiss(): void }

/** A quiet line below the bar: how much was missed, and the way from one change to the next. It lies over the page, and moves no text. */
export function CatchUpLine({ editor, pad, missed, dismiss }: Props) {
  const { say } = useWords()
  const { from, to, changes } = missed
  const [at, setAt] = useState<number | null>(null)
  const [isThere, setIsThere] = useState(true)
  const change = at === null ? undefined : changes[at]
  useEffect(() => () => void pointOut(editor, null), [editor])

  const go = (next: number) => {
    const to = changes[next]
    if (to === undefined) return
    setAt(next)
    setIsThere(pointOut(editor, to))
  }
  const close = () => {
    dismiss()
    editor.commands.focus(null, { scrollIntoView: false })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of all that stands in it
    <div className={styles.strip} data-catch-up="" onKeyDown={onKeyDown}>
      <p role="status" className={styles.words}>
        {change === undefined ? missedWords(missed, say) : <Told change={change} isThere={isThere} />}
      </p>
      {at === null ? (
        <Button kind="quiet" className={styles.begin} onClick={() => go(0)}>
          {say('One by one')}
        </Button>
      ) : (
        <span className={styles.steps}>
          <Button
            kind="quiet"
            className={styles.icon}
            aria-label={say('Change before')}
            aria-disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            <ChevronLeft size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <span className={styles.count}>{say('{number} of {all}', { number: at + 1, all: changes.length })}</span>
          <Button
            kind="quiet"
            className={styles.icon}
            aria-label={say('Next change')}
            aria-disabled={at === changes.length - 1}
            onClick={() => go(at + 1)}
          >
            <ChevronRight size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </span>
      )}
      <a className={styles.all} href={`/p/${encodeURIComponent(pad)}/changes?from=${from}&to=${to}`}>
        {say('On one page')}
      </a>
      <Button
        kind="quiet"
        className={styles.icon}
        aria-label={say('Close')}
        title={say('Close (Escape)')}
        onClick={close}
      >
        <X size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </div>
  )
}

function Told({ change, isThere }: { change: MissedChange; isThere: boolean }) {
  const words = useWords()
  const { say } = words
  const { at, is, text } = change
  return (
    <>
      <bdi>{changeWords(change, say)}</bdi>
      {at !== null && <>, {readersTime(Date.parse(at), words)}</>}
      {!isThere && `. ${say('It is gone since')}`}
      {(is === 'removed' || !isThere) && (
        <>
          : <q dir="auto">{text.slice(0, 120)}</q>
        </>
      )}
    </>
  )
}
