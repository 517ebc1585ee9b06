import type { Event, SessionWithActivity } from '@forumpad/api'
import { clock, dateRange, wallTime, zoneName } from '../ui/event-times.ts'
import { StatusWords } from '../ui/status-words.tsx'
import { useReaderZone } from '../ui/use-reader-zone.ts'
import styles from './agenda-head.module.css'

type Props = { event: Event; sessions: readonly SessionWithActivity[]; stale: boolean }

/** The agenda's title page: what, when, in whose time. */
export function AgendaHead({ event, sessions, stale }: Props) {
  const starts = sessions.flatMap(({ session }) => session.start ?? []).sort()
  const [first, last] = [starts[0], starts.at(-1)]
  const zone = event.timeZone
  return (
    <div className={styles.head}>
      <h1 className={styles.title} dir="auto">
        {event.title}
      </h1>
      <p className={styles.facts}>
        {first !== undefined && last !== undefined && (
          <span>{dateRange(wallTime(first, zone).date, wallTime(last, zone).date)}</span>
        )}
        {sessions.length > 0 && <span>{sessions.length === 1 ? '1 session' : `${sessions.length} sessions`}</span>}
        {first !== undefined && <Zone instant={first} zone={zone} />}
        {sessions.some(({ session }) => session.sampleTime) && <span>≈ marks a sample time</span>}
        {stale && <StatusWords tone="warn">Not connected. What you see may be some minutes old.</StatusWords>}
      </p>
    </div>
  )
}

/** Whose time it is. When the browser's zone is known and differs, the same line says what it means for the reader. */
function Zone({ instant, zone }: { instant: string; zone: string }) {
  const own = useReaderZone()
  const [there, here] = [clock(instant, zone), clock(instant, own ?? zone)]
  return (
    // Browsers may know another short name than the server.
    <span suppressHydrationWarning>
      Times are {zoneName(instant, zone)}
      {there === here ? ` (${zone.replaceAll('_', ' ')})` : `: ${there} is ${here} for you`}
    </span>
  )
}
