import type { SeriesOccurrence } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import type { Words } from '../languages/words.ts'
import { AvatarRow } from '../ui/avatar.tsx'
import { dayAndYear, dayName, wallTime } from '../ui/event-times.ts'
import { StatusWords } from '../ui/status-words.tsx'
import { EventTime } from '../ui/time.tsx'
import styles from './series.module.css'

type Props = { heading: string; id: string; occurrences: readonly SeriesOccurrence[]; zone: string; year: string }

/** Dates of a series, one a line: when, how it stands, what came out. Not there where there are none. */
export function Occurrences({ heading, id, occurrences, zone, year }: Props) {
  if (occurrences.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      <ul>
        {occurrences.map((occurrence) => (
          <Occurrence key={occurrence.session.id} {...{ occurrence, zone, year }} />
        ))}
      </ul>
    </section>
  )
}

function Occurrence({ occurrence, zone, year }: { occurrence: SeriesOccurrence; zone: string; year: string }) {
  const words = useWords()
  const { say } = words
  const { session, activity, counts, isFrozen } = occurrence
  const address = `/p/${encodeURIComponent(session.pad)}`
  return (
    <li className={styles.entry} data-state={session.state}>
      <div className={styles.when}>
        <a className={styles.day} href={address}>
          {session.start === null ? session.title : dayOf(session.start, zone, year, words)}
        </a>
        {session.start !== null && <EventTime start={session.start} end={session.end} zone={zone} />}
        {session.room !== null && <bdi>{session.room}</bdi>}
      </div>
      <div className={styles.facts}>
        <State state={session.state} />
        {counts === null ? (
          <span>{say('Closed')}</span>
        ) : (
          <>
            {activity.words > 0 && (
              <span>{say('{count, plural, one {# word} other {# words}}', { count: activity.words })}</span>
            )}
            {counts.actions > 0 && (
              <span>
                {say('{count, plural, one {# action} other {# actions}}', { count: counts.actions })}
                {counts.open > 0 && `, ${say('{open, plural, other {# open}}', { open: counts.open })}`}
              </span>
            )}
            {counts.decisions > 0 && (
              <span>{say('{count, plural, one {# decision} other {# decisions}}', { count: counts.decisions })}</span>
            )}
            {activity.words > 0 && <a href={`${address}/review`}>{isFrozen ? say('Final minutes') : say('Minutes')}</a>}
          </>
        )}
        <AvatarRow people={activity.present} count={activity.presentCount} most={3} size="small" />
      </div>
    </li>
  )
}

function dayOf(start: string, zone: string, year: string, words: Words): string {
  const { date } = wallTime(start, zone)
  return date.startsWith(year) ? dayName(date, words) : dayAndYear(date, words)
}

function State({ state }: { state: SeriesOccurrence['session']['state'] }) {
  const { say } = useWords()
  switch (state) {
    case 'confirmed':
      return null
    case 'tentative':
      return <StatusWords tone="warn">{say('Tentative')}</StatusWords>
    case 'cancelled':
      return <StatusWords tone="bad">{say('Cancelled')}</StatusWords>
    case 'missing':
      return <StatusWords tone="warn">{say('Not in the latest agenda')}</StatusWords>
  }
}
