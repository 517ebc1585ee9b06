import { Dialog } from '@base-ui/react/dialog'
import { LONGEST_LABEL } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState, useSyncExternalStore } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { PageDialog } from '../../ui/page-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showPanel } from '../editing/open-panel.ts'
import { tell } from '../editing/said.ts'
import { readersTime } from '../pad-badge.tsx'
import type { PadConnection } from '../pad-connection.ts'
import styles from './save-dialog.module.css'
import { saveRevision, whyNot } from './save-revision.ts'

/** Saves the text as it is now under a label, so that everybody finds this moment again in the history. */
export function SaveDialog({ editor, connection }: { editor: Editor; connection: PadConnection }) {
  const words = useWords()
  const { say } = words
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  const [label, setLabel] = useState('')
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => showPanel(editor, null)
  const why = whyNot(state)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isSaving) return
    setSaving(true)
    const answer = await saveRevision(connection, label)
    setSaving(false)
    if (answer.is === 'problem') return setProblem(answer.problem)
    const { revision, label: kept, at } = answer.body
    close()
    if (kept === '') {
      const time = readersTime(Date.parse(at), words)
      tell(editor, sentence('Revision {revision} is saved at {time}. It is in the history.'), { revision, time })
    } else {
      tell(editor, sentence('Revision {revision} is saved as “{label}”. It is in the history.'), {
        revision,
        label: kept,
      })
    }
  }
  return (
    <PageDialog
      title={say('Save this revision')}
      width="narrow"
      close={close}
      finalFocus={() => {
        editor.commands.focus(null, { scrollIntoView: false })
        return false
      }}
    >
      {why !== null ? (
        <>
          <Dialog.Description>{say(why)}</Dialog.Description>
          <p className={styles.ways}>
            <History pad={connection.copyId.pad} />
          </p>
        </>
      ) : (
        <form onSubmit={save} noValidate>
          <Dialog.Description className={styles.soft}>
            {say('Everybody finds the text as it is now under this label in the history.')}
          </Dialog.Description>
          <TextField
            label={say('Label, if you like')}
            dir="auto"
            maxLength={LONGEST_LABEL}
            autoFocus
            value={label}
            onText={(text) => {
              setLabel(text)
              setProblem(null)
            }}
            aria-invalid={problem !== null}
            aria-describedby="save-problem"
          />
          <p id="save-problem" className={styles.problem} role="alert">
            {problem !== null && say(problem)}
          </p>
          <div className={styles.ways}>
            <History pad={connection.copyId.pad} />
            <Button type="submit" kind="primary" aria-disabled={isSaving || undefined}>
              {say('Save')}
            </Button>
          </div>
        </form>
      )}
    </PageDialog>
  )
}

function History({ pad }: { pad: string }) {
  const { say } = useWords()
  return (
    <a className={styles.history} href={`/p/${encodeURIComponent(pad)}/timeslider`}>
      {say('History')}
    </a>
  )
}
