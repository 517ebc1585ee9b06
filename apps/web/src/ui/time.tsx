import { useWords } from '../languages/use-words.tsx'
import { clockRange, dayName, wallTime, zoneName } from './event-times.ts'
import styles from './time.module.css'
import { useReaderZone } from './use-reader-zone.ts'

type Span = { start: string; end: string | null; zone: string }

/** `14:40–15:20` in the event's zone; with `day` and `zoneShown` also `Wed 10 May` before and `EDT` after. */
export function EventTime({
  start,
  end,
  zone,
  day = false,
  zoneShown = false,
}: Span & { day?: boolean; zoneShown?: boolean }) {
  const words = useWords()
  return (
    <time className={styles.time} dateTime={start}>
      {day && <>{dayName(wallTime(start, zone).date, words)} </>}
      <span className={styles.clock}>{clockRange(start, end, zone)}</span>
      {/* Browsers may know another short name than the server. */}
      {zoneShown && <span suppressHydrationWarning> {zoneName(start, zone, words)}</span>}
    </time>
  )
}

/**
 * The reader's own time, `20:40–21:20 yours`, when their zone differs. Known only after hydration: put it last in its
 * line, where its coming moves nothing.
 */
export function ReaderTime({ start, end, zone }: Span) {
  const words = useWords()
  const own = useReaderZone()
  if (own === null) return null
  const there = wallTime(start, zone)
  const here = wallTime(start, own)
  if (there.date === here.date && there.minutes === here.minutes) return null
  return (
    <span className={styles.reader}>
      {here.date !== there.date && `${dayName(here.date, words)} `}
      {words.weave('{time} yours', { time: <span className={styles.clock}>{clockRange(start, end, own)}</span> })}
    </span>
  )
}
