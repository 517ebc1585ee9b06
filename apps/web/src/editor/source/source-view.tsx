import type { Editor } from '@tiptap/core'
import { useEffect, useId, useRef, useState } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { isChord } from '../editing/is-chord.ts'
import { nameWithKey } from '../editing/key-names.ts'
import { showPanel } from '../editing/open-panel.ts'
import { PAGE_ACTIONS } from '../editing/page-actions.ts'
import { useEditorFacts } from '../use-editor.ts'
import { type Applied, PadSource } from './pad-source.ts'
import { sourceStatus } from './source-status.ts'
import styles from './source-view.module.css'
import { type LoadReaders, useReaders } from './use-readers.ts'

type SourceViewProps = {
  editor: Editor
  isEdited: boolean
  onEdited(isEdited: boolean): void
  /** Where lines are left that are lost if the editor goes. */
  alsoGiveBack(lines: () => readonly string[]): () => void
  loadReaders?: LoadReaders
}

/** The pad as Markdown, in place of the text. Others' words come in while one edits; one's own go out with Ctrl+Enter, or on leaving. */
export function SourceView({ editor, isEdited, onEdited, alsoGiveBack, loadReaders }: SourceViewProps) {
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const source = useRef<PadSource | null>(null)
  const [applied, setApplied] = useState<Applied | null>(null)
  const loaded = useReaders(loadReaders)
  const isEditable = useEditorFacts(editor, (each) => each.isEditable)
  const help = useId()

  useEffect(() => {
    const [box, area] = [dialog.current, field.current]
    if (box === null || area === null) return
    const own = new PadSource(editor, area)
    source.current = own
    box.showModal()
    area.focus()
    let frame = 0
    const onChange = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        own.follow()
        onEdited(own.isEdited)
      })
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (own.isEdited) event.preventDefault()
    }
    editor.on('update', onChange)
    addEventListener('beforeunload', warn)
    const stopGivingBack = alsoGiveBack(() => own.linesNotInPad)
    return () => {
      cancelAnimationFrame(frame)
      editor.off('update', onChange)
      removeEventListener('beforeunload', warn)
      stopGivingBack()
      box.close()
    }
  }, [editor, onEdited, alsoGiveBack])

  const look = () => onEdited(source.current?.isEdited ?? false)
  const put = () => {
    // Asked anew: the editor does not tell that the pad has been frozen until something else happens in it.
    if (loaded.are === 'here' && editor.isEditable)
      setApplied(source.current?.apply(loaded.readers.markdownToDocument) ?? null)
    look()
  }
  const close = () => {
    put()
    // What could not be put into the pad is not thrown away.
    if (source.current?.isEdited) return
    showPanel(editor, null)
    editor.commands.focus()
  }
  const discard = () => {
    source.current?.leave()
    look()
    field.current?.focus()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.view}
      aria-label={say('Markdown source')}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={() => {
        // Some browsers close a dialog at the second Escape whatever the page says.
        if (dialog.current?.open !== false) return
        close()
        if (source.current?.isEdited) dialog.current.showModal()
      }}
      onKeyDown={(event) => {
        // The page's own keys would open something else in this place, and the changes would be lost.
        event.stopPropagation()
        if (isChord(event.nativeEvent, ['Mod-Enter'])) put()
        else if (isChord(event.nativeEvent, PAGE_ACTIONS.source.keys)) close()
        else return
        event.preventDefault()
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 className={styles.title}>Markdown</h2>
          <p role="status" className={styles.state}>
            {sourceStatus({ isEdited, isEditable, readers: loaded.are, applied }, say)}
          </p>
          <div className={styles.tools}>
            {isEdited && (
              <Button kind="quiet" onClick={discard}>
                {say('Discard')}
              </Button>
            )}
            <Button
              kind="quiet"
              disabled={!isEdited || loaded.are !== 'here' || !isEditable}
              title={nameWithKey({ name: sentence('Put into the pad'), keys: ['Mod-Enter'] }, say)}
              onClick={put}
            >
              {say('Put into the pad')}
            </Button>
            <Button onClick={close}>{say('Done')}</Button>
          </div>
        </div>
        <textarea
          ref={field}
          className={styles.source}
          aria-label={say('Markdown source of the pad')}
          aria-describedby={help}
          readOnly={!isEditable}
          spellCheck={false}
          dir="auto"
          onChange={() => {
            setApplied(null)
            look()
          }}
        />
        <p id={help} className={styles.help}>
          {say('Only lines that you change are written. What others type comes in here meanwhile.')}
        </p>
      </div>
    </dialog>
  )
}
