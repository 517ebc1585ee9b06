import type { Event, SessionWithActivity } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { clock, dateRange, wallTime, zoneName } from '../ui/event-times.ts'
import { StatusWords } from '../ui/status-words.tsx'
import { useReaderZone } from '../ui/use-reader-zone.ts'
import styles from './agenda-head.module.css'

type Props = { event: Event; sessions: readonly SessionWithActivity[]; stale: boolean }

/** The agenda's title page: what, when, in whose time. */
export function AgendaHead({ event, sessions, stale }: Props) {
  const words = useWords()
  const { say } = words
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
          <span>{dateRange(wallTime(first, zone).date, wallTime(last, zone).date, words)}</span>
        )}
        {sessions.length > 0 && (
          <span>{say('{count, plural, one {# session} other {# sessions}}', { count: sessions.length })}</span>
        )}
        {first !== undefined && <Zone instant={first} zone={zone} />}
        {sessions.some(({ session }) => session.sampleTime) && <span>{say('≈ marks a sample time')}</span>}
        {stale && <StatusWords tone="warn">{say('Not connected. What you see may be some minutes old.')}</StatusWords>}
      </p>
    </div>
  )
}

/** Whose time it is. When the browser's zone is known and differs, the same line says what it means for the reader. */
function Zone({ instant, zone }: { instant: string; zone: string }) {
  const words = useWords()
  const own = useReaderZone()
  const [there, here] = [clock(instant, zone), clock(instant, own ?? zone)]
  const name = zoneName(instant, zone, words)
  return (
    // Browsers may know another short name than the server.
    <span suppressHydrationWarning>
      {there === here
        ? words.say('Times are {name} ({zone})', { name, zone: zone.replaceAll('_', ' ') })
        : words.say('Times are {name}: {there} is {here} for you', { name, there, here })}
    </span>
  )
}
