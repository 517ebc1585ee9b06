import type { Editor } from '@tiptap/core'
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import type { Say } from '../../languages/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isChord } from '../editing/is-chord.ts'
import { showPanel } from '../editing/open-panel.ts'
import { PAGE_ACTIONS } from '../editing/page-actions.ts'
import { useEditorFacts } from '../use-editor.ts'
import styles from './find-bar.module.css'
import { currentMatch, endFinding, findingOf, goOn, replaceAll, replaceCurrent, seek } from './find-plugin.ts'
import { MOST_MATCHES } from './matches.ts'
import { showPlace } from './show-place.ts'

/** Finds words in the pad and replaces them. It lies over the page; the text does not move. */
export function FindBar({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const bar = useRef<HTMLElement>(null)
  const [words, setWords] = useState(() => selectedWords(editor))
  const [replacement, setReplacement] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const [told, setTold] = useState('')
  const { count, current, editable } = useEditorFacts(editor, ({ state, isEditable }) => {
    const finding = findingOf(state)
    return { count: finding?.matches.length ?? 0, current: finding?.current ?? 0, editable: isEditable }
  })

  useEffect(() => {
    seek(editor, { words, matchCase, wholeWords })
    setTold('')
    showPlace(editor, currentMatch(editor))
  }, [editor, words, matchCase, wholeWords])
  useEffect(() => {
    const field = bar.current?.querySelector('input')
    field?.select()
    const again = (event: globalThis.KeyboardEvent) => {
      if (!isChord(event, PAGE_ACTIONS.find.keys)) return
      event.preventDefault()
      field?.select()
    }
    addEventListener('keydown', again)
    return () => {
      removeEventListener('keydown', again)
      if (!editor.isDestroyed) endFinding(editor)
    }
  }, [editor])

  const close = () => {
    showPanel(editor, null)
    editor.commands.focus()
  }
  const go = (by: 1 | -1) => showPlace(editor, goOn(editor, by))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  return (
    <search ref={bar} aria-label={say('Find in the pad')} className={styles.bar} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <TextField
          label={say('Find')}
          labelHidden
          placeholder={say('Find')}
          enterKeyHint="search"
          dir="auto"
          value={words}
          onText={setWords}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            go(event.shiftKey ? -1 : 1)
          }}
        />
        <Icon name={say('Match case')} pressed={matchCase} onClick={() => setMatchCase(!matchCase)}>
          <CaseSensitive size={17} strokeWidth={1.75} aria-hidden="true" />
        </Icon>
        <Icon name={say('Whole words')} pressed={wholeWords} onClick={() => setWholeWords(!wholeWords)}>
          <WholeWord size={17} strokeWidth={1.75} aria-hidden="true" />
        </Icon>
        <Icon name={say('Previous (Shift+Enter)')} onClick={() => go(-1)}>
          <ChevronUp size={17} strokeWidth={1.75} aria-hidden="true" />
        </Icon>
        <Icon name={say('Next (Enter)')} onClick={() => go(1)}>
          <ChevronDown size={17} strokeWidth={1.75} aria-hidden="true" />
        </Icon>
        <Icon name={say('Close (Escape)')} onClick={close}>
          <X size={17} strokeWidth={1.75} aria-hidden="true" />
        </Icon>
      </div>
      {editable && (
        <div className={styles.row}>
          <TextField
            label={say('Replace with')}
            labelHidden
            placeholder={say('Replace with')}
            dir="auto"
            value={replacement}
            onText={setReplacement}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              replaceCurrent(editor, replacement)
              showPlace(editor, currentMatch(editor))
            }}
          />
          <Button
            onClick={() => {
              replaceCurrent(editor, replacement)
              showPlace(editor, currentMatch(editor))
            }}
          >
            {say('Replace')}
          </Button>
          <Button onClick={() => setTold(replacedWords(replaceAll(editor, replacement), say))}>{say('All')}</Button>
        </div>
      )}
      <p role="status" className={styles.count}>
        {told || countWords(words, count, current, say)}
      </p>
    </search>
  )
}

function Icon({
  name,
  pressed,
  ...rest
}: { name: string; pressed?: boolean; children: ReactNode } & ComponentProps<typeof Button>) {
  return <Button kind="quiet" className={styles.icon} title={name} aria-label={name} aria-pressed={pressed} {...rest} />
}

function countWords(words: string, count: number, current: number, say: Say): string {
  if (words === '') return say('Type what you look for.')
  if (count === 0) return say('Not in this pad.')
  const number = current + 1
  return count === MOST_MATCHES
    ? say('{number} of {all} or more', { number, all: count })
    : say('{number} of {all}', { number, all: count })
}

const replacedWords = (count: number, say: Say): string =>
  say('{count, plural, one {# place replaced} other {# places replaced}}', { count })

function selectedWords({ state: { doc, selection } }: Editor): string {
  const words = doc.textBetween(selection.from, selection.to, '\n', '\n')
  return words.length > 200 || words.includes('\n') ? '' : words
}
