import type { AgendaSource, AgendaSourceWish } from '@forumpad/api'
import { type FormEvent, useState } from 'react'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { timeAgo } from '../ui/event-times.ts'
import { TextField } from '../ui/text-field.tsx'
import { useNow } from '../ui/use-now.tsx'
import styles from './imports.module.css'

type Props = { source: AgendaSource | null; zone: string; setSource: (wish: AgendaSourceWish | null) => void }

const EVERY = {
  '15': sentence('every 15 minutes'),
  '60': sentence('every hour'),
  '360': sentence('every 6 hours'),
  '1440': sentence('every day'),
} as const

/** Where the agenda is looked for by itself. What a person should see first waits in the list. */
export function SourceForm({ source, zone, setSource }: Props) {
  const words = useWords()
  const { say } = words
  const now = useNow()
  const [url, setUrl] = useState(source?.url ?? '')
  const [every, setEvery] = useState(String(source?.everyMinutes ?? 60))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSource({ url: url.trim(), everyMinutes: Number(every) })
  }
  const known = Object.entries(EVERY).map(([value, often]) => [value, say(often)])
  const own = say('{minutes, plural, one {every minute} other {every # minutes}}', { minutes: Number(every) })
  const choices = every in EVERY ? known : [[every, own], ...known]
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <TextField label={say('Address')} type="url" required maxLength={2000} value={url} onText={setUrl} />
        <label className={styles.labelled}>
          {say('Look there')}
          <select className={styles.select} value={every} onChange={({ target }) => setEvery(target.value)}>
            {choices.map(([value, often]) => (
              <option key={value} value={value}>
                {often}
              </option>
            ))}
          </select>
        </label>
      </div>
      {source !== null && (
        <p className={styles.soft} role="status">
          {source.checkedAt === null
            ? say('The first look comes within a minute.')
            : say('Looked {when}.', { when: timeAgo(source.checkedAt, now, zone, words) })}{' '}
          {source.said !== null && say(source.said)}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit">{source === null ? say('Refresh by itself') : say('Save')}</Button>
        {source !== null && (
          <Button kind="quiet" onClick={() => setSource(null)}>
            {say('Stop looking')}
          </Button>
        )}
      </div>
    </form>
  )
}
