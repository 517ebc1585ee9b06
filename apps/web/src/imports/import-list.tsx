import type { ImportRecord } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { clock, dayName, wallTime } from '../ui/event-times.ts'
import styles from './imports.module.css'
import { countWords } from './report-words.ts'

type Props = {
  list: readonly ImportRecord[] | null
  zone: string
  lookAt: (id: number) => void
  remove: (id: number) => void
}

const STATE_WORDS: Record<ImportRecord['state'], string> = {
  applied: sentence('Applied'),
  undone: sentence('Undone'),
  waiting: sentence('Waits for you'),
  superseded: sentence('Overtaken by a later one'),
  dismissed: sentence('Dismissed'),
}

const BY_WORDS: Record<ImportRecord['by'], string> = {
  organiser: sentence('by hand'),
  refresh: sentence('by the refresh'),
  start: sentence('when the server started'),
}

/** What was imported, the newest first; the last one can be undone. */
export function ImportList({ list, zone, lookAt, remove }: Props) {
  const words = useWords()
  const { say } = words
  if (list === null) return <p className={styles.soft}>{say('Asking the server.')}</p>
  if (list.length === 0) return <p className={styles.soft}>{say('Nothing was imported yet.')}</p>
  return (
    <ul className={styles.list}>
      {list.map((record) => (
        <li key={record.id} className={styles.record} data-state={record.state}>
          <div className={styles.about}>
            <span>
              <strong>{say(STATE_WORDS[record.state])}</strong>{' '}
              <time dateTime={record.at}>
                {dayName(wallTime(record.at, zone).date, words)} {clock(record.at, zone)}
              </time>{' '}
              {say(BY_WORDS[record.by])}
            </span>
            <span className={styles.soft}>{countWords(record, words)}</span>
            {record.source !== null && <bdi className={styles.source}>{record.source}</bdi>}
            {record.why !== null && <span className={styles.soft}>{say(record.why)}</span>}
          </div>
          {record.state === 'waiting' && (
            <div className={styles.actions}>
              <Button onClick={() => lookAt(record.id)}>{say('Look at it')}</Button>
              <Button kind="quiet" onClick={() => remove(record.id)}>
                {say('Dismiss')}
              </Button>
            </div>
          )}
          {record.undoable && (
            <Button kind="quiet" onClick={() => remove(record.id)}>
              {say('Undo')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
