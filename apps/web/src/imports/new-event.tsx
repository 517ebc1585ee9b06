import type { Event } from '@forumpad/api'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { askServer } from '../ui/ask-server.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { slugFor } from './event-slug.ts'
import styles from './imports.module.css'

/** What an event is called, where its times are read, and where its agenda lies. */
export function NewEvent() {
  const { say } = useWords()
  const zones = useId()
  const [title, setTitle] = useState('')
  const [slug, setSlug] = useState<string | null>(null)
  const [zone, setZone] = useState('')
  const [agenda, setAgenda] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  // The zone of this browser is the best guess, and only the browser knows it.
  useEffect(() => setZone((known) => known || Intl.DateTimeFormat().resolvedOptions().timeZone), [])

  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    if (isAsking) return
    setAsking(true)
    const wish: Event = { slug: slug ?? slugFor(title), title: title.trim(), timeZone: zone.trim() }
    const answer = await askServer<Event>('POST', '/api/v1/events', wish)
    if (answer.is === 'done') {
      const from = agenda.trim() === '' ? '' : `?url=${encodeURIComponent(agenda.trim())}`
      location.assign(`/e/${encodeURIComponent(answer.body.slug)}/imports${from}`)
      return
    }
    setAsking(false)
    setProblem(answer.problem)
  }
  return (
    <form className={`${styles.form} ${styles.section}`} onSubmit={submit}>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {say(problem)}
        </p>
      )}
      <TextField label={say('Title')} required maxLength={200} value={title} onText={setTitle} />
      <TextField
        label={say('Address: /e/')}
        required
        pattern="[a-z0-9][a-z0-9\-]{0,59}"
        title={say('Small letters, digits and hyphens')}
        maxLength={60}
        autoCapitalize="none"
        value={slug ?? slugFor(title)}
        onText={setSlug}
      />
      <TextField
        label={say('Time zone')}
        required
        maxLength={60}
        list={zones}
        placeholder="America/New_York"
        value={zone}
        onText={setZone}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextField
        label={say('Address of the agenda (may come later)')}
        type="url"
        maxLength={2000}
        placeholder="https://example.org/schedule.ics"
        value={agenda}
        onText={setAgenda}
      />
      <div className={styles.actions}>
        <Button kind="primary" type="submit" aria-disabled={isAsking || undefined}>
          {say('Make the event')}
        </Button>
      </div>
    </form>
  )
}
