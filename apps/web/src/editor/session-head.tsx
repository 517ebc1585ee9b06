import type { Pad, SessionFacts, SessionLink } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { clockRange } from '../ui/event-times.ts'
import { StatusWords } from '../ui/status-words.tsx'
import { EventTime, ReaderTime } from '../ui/time.tsx'
import { useNow } from '../ui/use-now.tsx'
import { agendaHref, padHref, seriesHref } from './pad-links.ts'
import styles from './session-head.module.css'

/** What stands above the text like a title page: the facts of the session, or just the title of a free-standing pad. */
export function SessionHead({ pad, facts }: { pad: Pad; facts: SessionFacts | null }) {
  const { say, weave } = useWords()
  const now = useNow()
  if (facts === null) {
    return (
      <header className={styles.head}>
        <h1 className={styles.title} dir="auto">
          {pad.title}
        </h1>
        {pad.frozenAt !== null && (
          <div className={styles.ways}>
            <Minutes pad={pad} />
          </div>
        )}
      </header>
    )
  }
  const { session, event } = facts
  const isOver = session.start !== null && Date.parse(session.end ?? session.start) <= now
  return (
    <header className={styles.head}>
      {session.state === 'cancelled' && (
        <p className={styles.banner}>
          <StatusWords tone="bad">{say('This session is cancelled.')}</StatusWords>{' '}
          {say('Its pad stays, and you can go on writing.')}
        </p>
      )}
      {session.state === 'missing' && (
        <p className={styles.banner}>
          <StatusWords tone="warn">{say('This session is no longer in the agenda.')}</StatusWords>{' '}
          {say('Its pad stays.')}
        </p>
      )}
      <h1 className={styles.title} dir="auto">
        {session.title}
      </h1>
      <p className={styles.facts}>
        {session.start !== null && (
          <span>
            <EventTime start={session.start} end={session.end} zone={event.timeZone} day zoneShown />
            {session.sampleTime && <span className={styles.sample}> {say('(sample time)')}</span>}
          </span>
        )}
        {/* The dots between them follow the page and not the name. */}
        {session.room !== null && (
          <span>
            <bdi>{session.room}</bdi>
          </span>
        )}
        {session.track !== null && (
          <span>
            <bdi>{session.track}</bdi>
          </span>
        )}
        {session.state === 'tentative' && <StatusWords tone="warn">{say('Tentative')}</StatusWords>}
        {session.start !== null && <ReaderTime start={session.start} end={session.end} zone={event.timeZone} />}
      </p>
      {session.people.length > 0 && (
        <p className={styles.people}>
          {weave('with {names}', {
            names: session.people.map((name, index) => (
              <span key={name}>
                {index > 0 && ', '}
                <bdi>{name}</bdi>
              </span>
            )),
          })}
        </p>
      )}
      <div className={styles.ways}>
        <a href={agendaHref(event, session)}>{say('In the agenda')}</a>
        {session.series !== undefined && <a href={seriesHref(event, session.series)}>{say('All dates')}</a>}
        {(isOver || pad.frozenAt !== null) && <Minutes pad={pad} />}
        <a href={`${padHref(session)}/outcomes`}>{say('Outcomes')}</a>
        {session.url !== null && (
          <a href={session.url} rel="noopener noreferrer">
            {say('Source')}
          </a>
        )}
        {session.description !== null && session.description.trim() !== '' && (
          <details className={styles.about}>
            <summary>{say('About this session')}</summary>
            <p dir="auto">{session.description}</p>
          </details>
        )}
      </div>
      <nav className={styles.around} aria-label={say('Around this session')}>
        <Neighbour label={say('Earlier here')} session={facts.previous} zone={event.timeZone} />
        <Neighbour label={say('Next here')} session={facts.next} zone={event.timeZone} />
        <Clashes clashes={facts.clashes} />
      </nav>
    </header>
  )
}

function Minutes({ pad }: { pad: Pad }) {
  const { say } = useWords()
  return <a href={`${padHref({ pad: pad.name })}/review`}>{say('Minutes')}</a>
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
  const { say } = useWords()
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
      <span className={styles.label}>{say('At the same time')} </span>
      {list}
    </span>
  ) : (
    <details>
      <summary>{say('{count, plural, other {# sessions at the same time}}', { count: clashes.length })}</summary>
      <p>{list}</p>
    </details>
  )
}
