import type { Event, SessionWithActivity } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import { useNow } from '../ui/use-now.tsx'
import { blankPads } from './blank-pads.ts'
import styles from './desk.module.css'

/** The others wait behind a word: after an event of hundreds of sessions what else is on the desk must be found. */
const SHOWN = 12

/** Pads that nobody writes in although their session runs, or ran. */
export function BlankPadWatch({ event, sessions }: { event: Event; sessions: readonly SessionWithActivity[] }) {
  const { say } = useWords()
  const now = Math.floor(useNow() / 60_000) * 60_000
  const blank = blankPads(sessions, now)
  return (
    <section aria-labelledby="blank" className={records.section}>
      <h2 id="blank" className={records.heading}>
        {say('Blank pads')}
      </h2>
      <p className={styles.soft}>
        {blank.length === 0
          ? say('In every session that began more than ten minutes ago somebody has written.')
          : say('Nobody had written ten minutes after the start.')}
      </p>
      <BlankPads event={event} blank={blank.slice(0, SHOWN)} />
      {blank.length > SHOWN && (
        <details className={styles.more}>
          <summary>
            {say('{count, plural, one {# more blank pad} other {# more blank pads}}', { count: blank.length - SHOWN })}
          </summary>
          <BlankPads event={event} blank={blank.slice(SHOWN)} />
        </details>
      )}
    </section>
  )
}

function BlankPads({ event, blank }: { event: Event; blank: readonly SessionWithActivity[] }) {
  return (
    <ul className={records.list}>
      {blank.map(({ session }) => (
        <li key={session.id} className={records.entry}>
          <a href={`/p/${encodeURIComponent(session.pad)}`} dir="auto">
            {session.title}
          </a>
          <span className={styles.soft}>
            {session.start !== null && <EventTime start={session.start} end={session.end} zone={event.timeZone} day />}
            {session.room !== null && <bdi> · {session.room}</bdi>}
          </span>
        </li>
      ))}
    </ul>
  )
}
