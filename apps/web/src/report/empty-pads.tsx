import type { SessionLink } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { EventTime } from '../ui/time.tsx'
import styles from './report.module.css'

/** Sessions of which nothing was written down. */
export function EmptyPads({ sessions, zone }: { sessions: readonly SessionLink[]; zone: string }) {
  const { say } = useWords()
  if (sessions.length === 0) return null
  return (
    <section aria-labelledby="empty" className={styles.section}>
      <h2 id="empty" className={styles.heading}>
        {say('Sessions without notes')}
      </h2>
      <ul>
        {sessions.map(({ pad, title, start, end, room }) => (
          <li key={pad} className={styles.entry}>
            <a href={`/p/${encodeURIComponent(pad)}`} dir="auto">
              {title}
            </a>
            <span className={styles.soft}>
              {start !== null && <EventTime start={start} end={end} zone={zone} day />}
              {room !== null && <bdi> {room}</bdi>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
