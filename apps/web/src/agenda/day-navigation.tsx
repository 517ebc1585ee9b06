import { useWords } from '../languages/use-words.tsx'
import { dayName, wallTime } from '../ui/event-times.ts'
import styles from './day-navigation.module.css'
import type { Day } from './session-days.ts'

type Props = { days: readonly Day[]; zone: string; now: number; onNow: boolean }

/** Links to the days of the agenda, today says so; and to what is on now. */
export function DayNavigation({ days, zone, now, onNow }: Props) {
  const words = useWords()
  const { say } = words
  const today = wallTime(now, zone).date
  return (
    <nav className={styles.days} aria-label={say('Days')}>
      <ul className={styles.list}>
        {days.map(({ date }) => (
          <li key={date}>
            <a className={styles.day} href={`#day-${date}`} aria-current={date === today ? 'date' : undefined}>
              {dayName(date, words)}
              {date === today && <span className={styles.today}> {say('today')}</span>}
            </a>
          </li>
        ))}
        {onNow && (
          <li>
            <a className={styles.day} href="#now">
              <span className={styles.today}>{say('Now')}</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
