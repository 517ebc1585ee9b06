import type { SearchData } from '@forumpad/api'
import { useId } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './search-form.module.css'

/** What to look for, and where. Works without a script: what is chosen stands in the address. */
export function SearchForm({ data: { q, event, day, track, room, person, events } }: { data: SearchData }) {
  const { say } = useWords()
  const isNarrowed = [event, day, track, room, person].some((value) => value !== null)
  return (
    <search>
      <form action="/search" method="get" className={styles.form}>
        <TextField
          large
          type="search"
          name="q"
          label={say('Search all notes')}
          defaultValue={q}
          placeholder={say('budget')}
          maxLength={500}
          enterKeyHint="search"
          action={
            <Button kind="primary" type="submit">
              {say('Search')}
            </Button>
          }
        />
        <details className={styles.more} open={isNarrowed}>
          <summary className={styles.summary}>{say('Where and when')}</summary>
          <div className={styles.filters}>
            <EventChoice events={events} event={event} />
            <TextField type="date" name="day" label={say('Day')} defaultValue={day ?? ''} className={styles.filter} />
            <TextField
              name="room"
              label={say('Room')}
              defaultValue={room ?? ''}
              maxLength={200}
              className={styles.filter}
            />
            <TextField
              name="track"
              label={say('Track')}
              defaultValue={track ?? ''}
              maxLength={200}
              className={styles.filter}
            />
            <TextField
              name="person"
              label={say('Person')}
              defaultValue={person ?? ''}
              maxLength={200}
              className={styles.filter}
            />
          </div>
        </details>
      </form>
    </search>
  )
}

function EventChoice({ events, event }: Pick<SearchData, 'events' | 'event'>) {
  const { say } = useWords()
  const id = useId()
  return (
    <div className={styles.filter}>
      <label className={styles.label} htmlFor={id}>
        {say('Event')}
      </label>
      <select id={id} name="event" defaultValue={event ?? ''} className={styles.select}>
        <option value="">{say('All events')}</option>
        {events.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
