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
        <span>{sessions.length === 1 ? '1 session' : `${sessions.length} sessions`}</span>
        {/* Browsers may know another short name than the server. */}
        {first !== undefined && (
          <span suppressHydrationWarning>
            Times are {zoneName(first, zone)} ({zone.replaceAll('_', ' ')})
          </span>
        )}
        {sessions.some(({ session }) => session.sampleTime) && <span>≈ marks a sample time</span>}
        {first !== undefined && <Difference instant={first} zone={zone} />}
        {stale && <StatusWords tone="warn">Not connected. What you see may be some minutes old.</StatusWords>}
      </p>
    </div>
  )
}

/** `14:40 there is 20:40 for you`: comes last, when the browser's zone is known, and moves nothing. */
function Difference({ instant, zone }: { instant: string; zone: string }) {
  const own = useReaderZone()
  if (own === null || clock(instant, own) === clock(instant, zone)) return null
  return (
    <span>
      {clock(instant, zone)} there is {clock(instant, own)} for you
    </span>
  )
}
