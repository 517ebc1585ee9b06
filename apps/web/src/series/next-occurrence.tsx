import type { Event, SeriesOccurrence } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { LinkButton } from '../ui/button.tsx'
import { EventTime, ReaderTime } from '../ui/time.tsx'
import styles from './series.module.css'
import { endOf, startOf } from './split-occurrences.ts'

type Props = { event: Event; occurrence: SeriesOccurrence; now: number; url: string }

/** The date that counts now: what is on, else what comes, else the last. */
export function NextOccurrence({ event, occurrence, now, url }: Props) {
  const { say } = useWords()
  const { start, end, room, pad } = occurrence.session
  return (
    <section aria-labelledby="current" className={styles.current}>
      <div>
        <h2 id="current" className={styles.label}>
          {startOf(occurrence) > now ? say('Next‖session') : now < endOf(occurrence) ? say('On now') : say('Held last')}
        </h2>
        {start !== null && (
          <p className={styles.time}>
            <EventTime start={start} end={end} zone={event.timeZone} day zoneShown />
          </p>
        )}
        <p className={styles.facts}>
          {room !== null && <bdi>{room}</bdi>}
          {start !== null && <ReaderTime start={start} end={end} zone={event.timeZone} />}
        </p>
      </div>
      <LinkButton kind="primary" href={`/p/${encodeURIComponent(pad)}`}>
        {say('Open its pad')}
      </LinkButton>
      <p className={styles.address}>
        {say('One address for all dates, which leads to the pad that is on or next:')} <a href={url}>{url}</a>
      </p>
    </section>
  )
}
