import type { ImportRecord } from '@forumpad/api'
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
  applied: 'Applied',
  undone: 'Undone',
  waiting: 'Waits for you',
  superseded: 'Overtaken by a later one',
  dismissed: 'Dismissed',
}

const BY_WORDS: Record<ImportRecord['by'], string> = {
  organiser: 'by hand',
  refresh: 'by the refresh',
  start: 'when the server started',
}

/** What was imported, the newest first; the last one can be undone. */
export function ImportList({ list, zone, lookAt, remove }: Props) {
  if (list === null) return <p className={styles.soft}>Asking the server.</p>
  if (list.length === 0) return <p className={styles.soft}>Nothing was imported yet.</p>
  return (
    <ul className={styles.list}>
      {list.map((record) => (
        <li key={record.id} className={styles.record} data-state={record.state}>
          <div className={styles.about}>
            <span>
              <strong>{STATE_WORDS[record.state]}</strong>{' '}
              <time dateTime={record.at}>
                {dayName(wallTime(record.at, zone).date)} {clock(record.at, zone)}
              </time>{' '}
              {BY_WORDS[record.by]}
            </span>
            <span className={styles.soft}>{countWords(record)}</span>
            {record.source !== null && <bdi className={styles.source}>{record.source}</bdi>}
            {record.why !== null && <span className={styles.soft}>{record.why}</span>}
          </div>
          {record.state === 'waiting' && (
            <div className={styles.actions}>
              <Button onClick={() => lookAt(record.id)}>Look at it</Button>
              <Button kind="quiet" onClick={() => remove(record.id)}>
                Dismiss
              </Button>
            </div>
          )}
          {record.undoable && (
            <Button kind="quiet" onClick={() => remove(record.id)}>
              Undo
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
