import type { AgendaSource, AgendaSourceWish } from '@forumpad/api'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { timeAgo } from '../ui/event-times.ts'
import { TextField } from '../ui/text-field.tsx'
import { useNow } from '../ui/use-now.tsx'
import styles from './imports.module.css'

type Props = { source: AgendaSource | null; zone: string; setSource: (wish: AgendaSourceWish | null) => void }

const EVERY = {
  '15': 'every 15 minutes',
  '60': 'every hour',
  '360': 'every 6 hours',
  '1440': 'every day',
} as const

/** Where the agenda is looked for by itself. What a person should see first waits in the list. */
export function SourceForm({ source, zone, setSource }: Props) {
  const now = useNow()
  const [url, setUrl] = useState(source?.url ?? '')
  const [every, setEvery] = useState(String(source?.everyMinutes ?? 60))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSource({ url: url.trim(), everyMinutes: Number(every) })
  }
  const choices = every in EVERY ? Object.entries(EVERY) : [[every, `every ${every} minutes`], ...Object.entries(EVERY)]
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <TextField label="Address" type="url" required maxLength={2000} value={url} onText={setUrl} />
        <label className={styles.labelled}>
          Look there
          <select className={styles.select} value={every} onChange={({ target }) => setEvery(target.value)}>
            {choices.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      {source !== null && (
        <p className={styles.soft} role="status">
          {source.checkedAt === null
            ? 'The first look comes within a minute.'
            : `Looked ${timeAgo(source.checkedAt, now, zone)}.`}{' '}
          {source.said}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit">{source === null ? 'Refresh by itself' : 'Save'}</Button>
        {source !== null && (
          <Button kind="quiet" onClick={() => setSource(null)}>
            Stop looking
          </Button>
        )}
      </div>
    </form>
  )
}
