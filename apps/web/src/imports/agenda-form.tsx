import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import source from '../ui/source-box.module.css'
import { TextField } from '../ui/text-field.tsx'
import { useTypedEarly } from '../ui/use-typed-early.ts'
import { type GivenAgenda, textOf } from './given-agenda.ts'
import styles from './imports.module.css'

type Props = {
  proposed: string
  isAsking: boolean
  look: (given: GivenAgenda) => void
  refuse: (problem: string) => void
}

/** Hands in an agenda: by its address, as a file, or as a text. Nothing is written by that. */
export function AgendaForm({ proposed, isAsking, look, refuse }: Props) {
  const { say } = useWords()
  const id = useId()
  const [url, setUrl] = useState(proposed)
  const [text, setText] = useState('')
  const textBox = useTypedEarly<HTMLTextAreaElement>(text, setText)
  const fileBox = useRef<HTMLInputElement>(null)

  const byAddress = (event: FormEvent) => {
    event.preventDefault()
    if (!isAsking) look({ url: url.trim() })
  }
  const byText = (event: FormEvent) => {
    event.preventDefault()
    if (!isAsking) look({ text })
  }
  const byFile = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file || isAsking) return
    const read = await textOf(file, say)
    if ('problem' in read) refuse(read.problem)
    else look(read)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file chosen before the script ran is looked at once
  useEffect(() => void byFile(fileBox.current?.files ?? null), [])
  return (
    <div className={styles.form}>
      <form onSubmit={byAddress}>
        <TextField
          label={say('Address of the agenda')}
          type="url"
          required
          maxLength={2000}
          placeholder="https://example.org/schedule.ics"
          value={url}
          onText={setUrl}
          action={
            <Button kind="primary" type="submit" aria-disabled={isAsking || undefined}>
              {say('Show what changes')}
            </Button>
          }
        />
      </form>
      <p className={styles.soft}>
        {say(
          'iCalendar, schedule.xml or schedule.json of frab, Pentabarf and pretalx, Indico, Sched, Guidebook and other CSV, the IETF’s and OpenInfra’s JSON. The format is recognised.',
        )}
      </p>
      <label className={styles.file}>
        {say('Or choose a file')}
        <input ref={fileBox} type="file" onChange={({ target }) => void byFile(target.files)} />
      </label>
      <details className={styles.more}>
        <summary>{say('Or paste the agenda itself')}</summary>
        <form onSubmit={byText} className={styles.form}>
          <label htmlFor={id}>{say('Text of the agenda')}</label>
          <textarea
            ref={textBox}
            id={id}
            className={source.box}
            rows={8}
            required
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" aria-disabled={isAsking || undefined}>
            {say('Show what changes')}
          </Button>
        </form>
      </details>
    </div>
  )
}
