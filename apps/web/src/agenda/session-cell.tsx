import type { PadActivity, Session, SessionWithActivity } from '@forumpad/api'
import { memo } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { AvatarRow } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { clock, timeAgo } from '../ui/event-times.ts'
import { StarButton } from '../ui/star-button.tsx'
import { StatusWords } from '../ui/status-words.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './session-cell.module.css'
import { WordsBar } from './words-bar.tsx'

type Props = { entry: SessionWithActivity; zone: string; now: number; on?: boolean; isTarget?: boolean }

/** One session, calm: when, what, who; how much is written and who is in its pad now. All of it leads to the pad, and `#pad-NAME` leads back. */
export const SessionCell = memo(function SessionCell({
  entry: { session, activity },
  zone,
  now,
  on = false,
  isTarget,
}: Props) {
  return (
    <article
      id={isTarget ? 'now' : undefined}
      className={classNames(styles.cell, on && styles.on)}
      data-state={session.state}
    >
      <WordsBar words={activity.words} />
      <SessionTime session={session} zone={zone} on={on} />
      <div className={styles.body}>
        <h3 className={styles.title} id={`pad-${session.pad}`}>
          <a className={styles.link} href={`/p/${encodeURIComponent(session.pad)}`} dir="auto">
            {session.title}
          </a>
        </h3>
        <p className={styles.facts}>
          <State state={session.state} />
          {session.room !== null && (
            <span className={styles.room} dir="auto">
              {session.room}
            </span>
          )}
          {session.people.length > 0 && (
            <span className={styles.people} dir="auto" title={session.people.join(', ')}>
              {session.people.join(', ')}
            </span>
          )}
        </p>
        <Activity activity={activity} zone={zone} now={now} />
        <Ways session={session} hasMinutes={activity.words > 0 && isOver(session, now)} />
      </div>
      <div className={styles.star}>
        <StarButton event={session.event} session={session.id} title={session.title} />
      </div>
    </article>
  )
})

/** Where one goes from a session, but into its pad. */
function Ways({ session, hasMinutes }: { session: Session; hasMinutes: boolean }) {
  const { say } = useWords()
  const { event, pad, series, title } = session
  if (!hasMinutes && series === undefined) return null
  return (
    <p className={styles.minutes}>
      {hasMinutes && (
        <a href={`/p/${encodeURIComponent(pad)}/review`} aria-label={say('Minutes of {title}', { title })}>
          {say('Minutes')}
        </a>
      )}
      {series !== undefined && (
        <a
          href={`/e/${encodeURIComponent(event)}/series/${encodeURIComponent(series)}`}
          aria-label={say('All dates of {title}', { title })}
        >
          {say('All dates')}
        </a>
      )}
    </p>
  )
}

function isOver({ start, end }: Session, now: number): boolean {
  return start !== null && Date.parse(end ?? start) <= now
}

function SessionTime({ session, zone, on }: { session: Session; zone: string; on: boolean }) {
  const { say } = useWords()
  if (session.start === null) return null
  const ends = session.end !== null && session.end !== session.start
  return (
    <p className={styles.when} title={session.sampleTime ? say('A sample time: the real one is not known') : undefined}>
      <time dateTime={session.start}>
        {session.sampleTime && (
          <>
            <span aria-hidden="true">≈</span>
            <VisuallyHidden>{say('sample time')} </VisuallyHidden>
          </>
        )}
        {clock(session.start, zone)}
      </time>
      {ends && (
        <>
          <span className={styles.dash}>–</span>
          <time className={styles.end} dateTime={session.end ?? undefined}>
            {clock(session.end ?? session.start, zone)}
          </time>
        </>
      )}
      {on && <span className={styles.onNow}>{say('now')}</span>}
    </p>
  )
}

function State({ state }: { state: Session['state'] }) {
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

/** Always there, so that somebody who starts to write moves nothing. */
function Activity({ activity, zone, now }: { activity: PadActivity; zone: string; now: number }) {
  const words = useWords()
  const { say } = words
  const { words: written, changedAt, present, presentCount } = activity
  return (
    <div className={styles.activity}>
      <p className={styles.written}>
        {written > 0 && say('{count, plural, one {# word} other {# words}}', { count: written })}
        {written > 0 && changedAt !== null && presentCount === 0 && ` · ${timeAgo(changedAt, now, zone, words)}`}
      </p>
      <AvatarRow people={present} count={presentCount} most={2} size="small" />
    </div>
  )
}
