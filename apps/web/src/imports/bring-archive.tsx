import type { ImportedArchive } from '@forumpad/api'
import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { type Answer, sendFile } from '../ui/ask-server.ts'
import { Button } from '../ui/button.tsx'
import styles from './imports.module.css'

/** Brings an event from an archive: all of it or, with a word about why, nothing. */
export function BringArchive() {
  const { say } = useWords()
  const fileBox = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<{ is: 'waiting' } | { is: 'bringing' } | { is: 'refused'; problem: string }>({
    is: 'waiting',
  })

  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    const file = fileBox.current?.files?.[0]
    if (!file || state.is === 'bringing') return
    setState({ is: 'bringing' })
    const answer: Answer<ImportedArchive> = await sendFile('/api/v1/archives', file, 'application/zip')
    if (answer.is === 'done') location.assign(`/e/${encodeURIComponent(answer.body.event.slug)}`)
    else setState({ is: 'refused', problem: answer.problem })
  }
  return (
    <section className={styles.section} aria-labelledby="archive">
      <h2 id="archive" className={styles.heading}>
        {say('Bring an archive')}
      </h2>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.soft}>
          {say(
            'An event that was archived on another server comes back with its pads at their addresses, their history, chat, comments and frozen minutes. Links that give roles do not come along.',
          )}
        </p>
        {state.is === 'refused' && (
          <p role="alert" className={styles.problem}>
            {say(state.problem)}
          </p>
        )}
        <label className={styles.file}>
          {say('Archive (.zip)')}
          <input ref={fileBox} type="file" accept=".zip,application/zip" required />
        </label>
        <div className={styles.actions}>
          <Button type="submit" aria-disabled={state.is === 'bringing' || undefined}>
            {say('Bring it here')}
          </Button>
          <span role="status" className={styles.soft}>
            {state.is === 'bringing' && say('Checking all of it. Large archives take a while.')}
          </span>
        </div>
      </form>
    </section>
  )
}
