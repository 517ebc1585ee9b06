import type { Pad, SessionFacts, SessionLink } from '@forumpad/api'
import { clockRange } from '../ui/event-times.ts'
import { StatusWords } from '../ui/status-words.tsx'
import { EventTime, ReaderTime } from '../ui/time.tsx'
import { agendaHref, padHref } from './pad-links.ts'
import styles from './session-head.module.css'

/** What stands above the text like a title page: the facts of the session, or just the title of a free-standing pad. */
export function SessionHead({ pad, facts }: { pad: Pad; facts: SessionFacts | null }) {
  if (facts === null) {
    return (
      <header className={styles.head}>
        <h1 className={styles.title} dir="auto">
          {pad.title}
        </h1>
      </header>
    )
  }
  const { session, event } = facts
  return (
    <header className={styles.head}>
      {session.state === 'cancelled' && (
        <p className={styles.banner}>
          <StatusWords tone="bad">This session is cancelled.</StatusWords> Its pad stays, and you can go on writing.
        </p>
      )}
      {session.state === 'missing' && (
        <p className={styles.banner}>
          <StatusWords tone="warn">This session is no longer in the agenda.</StatusWords> Its pad stays.
        </p>
      )}
      <h1 className={styles.title} dir="auto">
        {session.title}
      </h1>
      <p className={styles.facts}>
        {session.start !== null && (
          <span>
            <EventTime start={session.start} end={session.end} zone={event.timeZone} day zoneShown />
            {session.sampleTime && <span className={styles.sample}> (sample time)</span>}
          </span>
        )}
        {session.room !== null && <bdi>{session.room}</bdi>}
        {session.track !== null && <bdi>{session.track}</bdi>}
        {session.state === 'tentative' && <StatusWords tone="warn">Tentative</StatusWords>}
        {session.start !== null && <ReaderTime start={session.start} end={session.end} zone={event.timeZone} />}
      </p>
      {session.people.length > 0 && (
        <p className={styles.people}>
          {'with '}
          {session.people.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      )}
      <div className={styles.ways}>
        <a href={agendaHref(event, session)}>In the agenda</a>
        {session.url !== null && (
          <a href={session.url} rel="noopener noreferrer">
            Source
          </a>
        )}
        {session.description !== null && session.description.trim() !== '' && (
          <details className={styles.about}>
            <summary>About this session</summary>
            <p dir="auto">{session.description}</p>
          </details>
        )}
      </div>
      <nav className={styles.around} aria-label="Around this session">
        <Neighbour label="Earlier here" session={facts.previous} zone={event.timeZone} />
        <Neighbour label="Next here" session={facts.next} zone={event.timeZone} />
        <Clashes clashes={facts.clashes} />
      </nav>
    </header>
  )
}

function Neighbour({ label, session, zone }: { label: string; session: SessionLink | null; zone: string }) {
  if (session === null) return null
  return (
    <span>
      <span className={styles.label}>{label} </span>
      <a href={padHref(session)} dir="auto">
        {session.title}
      </a>
      {session.start !== null && <span className={styles.when}> {clockRange(session.start, null, zone)}</span>}
    </span>
  )
}

/** A few are said at once; more are behind a word, so that the text stays near. */
function Clashes({ clashes }: { clashes: SessionLink[] }) {
  if (clashes.length === 0) return null
  const list = clashes.map((session, index) => (
    <span key={session.pad}>
      {index > 0 && ', '}
      <a href={padHref(session)} dir="auto">
        {session.title}
      </a>
      {session.room !== null && <span className={styles.when}> {session.room}</span>}
    </span>
  ))
  return clashes.length <= 2 ? (
    <span>
      <span className={styles.label}>At the same time </span>
      {list}
    </span>
  ) : (
    <details>
      <summary>{clashes.length} sessions at the same time</summary>
      <p>{list}</p>
    </details>
  )
}
