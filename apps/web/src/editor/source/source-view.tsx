import type { PasteReaders } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { isChord } from '../editing/is-chord.ts'
import { nameWithKey } from '../editing/key-names.ts'
import { showPanel } from '../editing/open-panel.ts'
import { PAGE_ACTIONS } from '../editing/page-actions.ts'
import { useEditorFacts } from '../use-editor.ts'
import { PadSource } from './pad-source.ts'
import styles from './source-view.module.css'

/** The pad as Markdown, in place of the text. Others' words come in while one edits; one's own go out with Ctrl+Enter, or on leaving. */
export function SourceView({ editor }: { editor: Editor }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const source = useRef<PadSource | null>(null)
  const readers = useRef<PasteReaders | null>(null)
  const [isEdited, setEdited] = useState(false)
  const [hasReaders, setHasReaders] = useState(false)
  const isEditable = useEditorFacts(editor, (each) => each.isEditable)
  const help = useId()

  useEffect(() => {
    import('@forumpad/pad-schema/readers').then((loaded) => {
      readers.current = loaded
      setHasReaders(true)
    })
  }, [])

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
        setEdited(own.isEdited)
      })
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (own.isEdited) event.preventDefault()
    }
    editor.on('update', onChange)
    addEventListener('beforeunload', warn)
    return () => {
      cancelAnimationFrame(frame)
      editor.off('update', onChange)
      removeEventListener('beforeunload', warn)
      box.close()
    }
  }, [editor])

  const put = () => {
    if (readers.current !== null && isEditable) source.current?.apply(readers.current.markdownToDocument)
    setEdited(source.current?.isEdited ?? false)
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
    setEdited(false)
    field.current?.focus()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.view}
      aria-label="Markdown source"
      onCancel={(event) => {
        event.preventDefault()
        close()
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
            {isEdited ? 'Your changes are not in the pad yet.' : 'As in the pad.'}
          </p>
          <div className={styles.tools}>
            {isEdited && (
              <Button kind="quiet" onClick={discard}>
                Discard
              </Button>
            )}
            <Button
              kind="quiet"
              disabled={!isEdited || !hasReaders || !isEditable}
              title={nameWithKey({ name: 'Put into the pad', keys: ['Mod-Enter'] })}
              onClick={put}
            >
              Put into the pad
            </Button>
            <Button onClick={close}>Done</Button>
          </div>
        </div>
        <textarea
          ref={field}
          className={styles.source}
          aria-label="Markdown source of the pad"
          aria-describedby={help}
          readOnly={!isEditable}
          spellCheck={false}
          dir="auto"
          onChange={() => setEdited(source.current?.isEdited ?? false)}
        />
        <p id={help} className={styles.help}>
          Only lines that you change are written. What others type comes in here meanwhile.
        </p>
      </div>
    </dialog>
  )
}
