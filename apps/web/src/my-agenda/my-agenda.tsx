import type { MyAgendaData, Session, SessionWithActivity } from '@forumpad/api'
import { useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { dayName, wallTime } from '../ui/event-times.ts'
import { StarButton } from '../ui/star-button.tsx'
import { useStars } from '../ui/stars.ts'
import { EventTime } from '../ui/time.tsx'
import { useNow } from '../ui/use-now.tsx'
import { clashesOf, clashGroups } from './clashes.ts'
import styles from './my-agenda.module.css'

/** The starred sessions by day: those that clash stand together, each pair of pads one click away. */
export function MyAgenda({ data: { event, sessions, codes, shared } }: { data: MyAgendaData }) {
  const words = useWords()
  const { say } = words
  const [stars, setStar] = useStars(event.slug)
  const shownIds = shared === null ? stars : new Set(shared)
  const shown = sessions.filter(({ session }) => shownIds.has(session.id))
  const groups = clashGroups(shown)
  const days = [...new Set(groups.map(([first]) => dayOf(first, event.timeZone)))]
  const missing = (shared ?? []).filter((id) => !stars.has(id))
  const starAll = () => {
    for (const id of missing) setStar(id, true)
  }
  return (
    <>
      {shared !== null && missing.length > 0 && (
        <p className={styles.notice}>
          {say('These are the stars of whoever gave you this address.')}
          <Button onClick={starAll}>{say('Star them on this device too')}</Button>
        </p>
      )}
      {shown.length === 0 && <Empty event={event.slug} />}
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`} className={styles.day}>
          <h2 id={`day-${day}`} className={styles.heading}>
            {dayName(day, words)}
          </h2>
          {groups
            .filter(([first]) => dayOf(first, event.timeZone) === day)
            .map((group) => (
              <Group key={group[0]?.session.id} group={group} event={event} />
            ))}
        </section>
      ))}
      {shown.length > 0 && (
        <ShareStars
          address={addressOf(
            event.slug,
            shown.flatMap(({ session }) => codes[session.id] || []),
          )}
        />
      )}
    </>
  )
}

function Empty({ event }: { event: string }) {
  const { weave } = useWords()
  return (
    <p className={styles.empty}>
      {weave(
        'Nothing is starred yet. A star beside a session in <agenda>the agenda</agenda> puts it here, on this device alone.',
        { agenda: (words) => <a href={`/e/${encodeURIComponent(event)}`}>{words}</a> },
      )}
    </p>
  )
}

type GroupProps = { group: readonly SessionWithActivity[]; event: MyAgendaData['event'] }

function Group({ group, event }: GroupProps) {
  const { say, weave } = useWords()
  const now = useNow(60_000)
  return (
    <ul className={styles.group} data-clash={group.length > 1 || undefined}>
      {group.map((entry, at) => {
        const { session, activity } = entry
        const later = clashesOf(entry, group).filter((other) => group.indexOf(other) > at)
        return (
          <li key={session.id} className={styles.session}>
            <div className={styles.line}>
              <span className={styles.when}>
                {session.start !== null && <EventTime start={session.start} end={session.end} zone={event.timeZone} />}
              </span>
              <a className={styles.title} href={`/p/${encodeURIComponent(session.pad)}`} dir="auto">
                {session.title}
              </a>
              <StarButton event={event.slug} session={session.id} title={session.title} />
            </div>
            <p className={styles.facts}>
              {session.room !== null && <bdi>{session.room}</bdi>}
              {activity.words > 0 &&
                ` · ${say('{count, plural, one {# word written} other {# words written}}', { count: activity.words })}`}
              {session.state === 'cancelled' && ` · ${say('cancelled')}`}
            </p>
            {isOver(session, now) && activity.words > 0 && (
              <p className={styles.facts}>
                <a href={`/p/${encodeURIComponent(session.pad)}/review`}>{say('What came of it')}</a>
              </p>
            )}
            {later.map((other) => (
              <p key={other.session.id} className={styles.clash}>
                {weave('Clashes with {title}.', { title: <bdi>{other.session.title}</bdi> })}{' '}
                <a href={bothPath(event.slug, session.pad, other.session.pad)}>{say('Open both side by side')}</a>
              </p>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

/** Whoever was in the other room reads afterwards. */
function isOver({ start, end }: Session, now: number): boolean {
  return start !== null && Date.parse(end ?? start) < now
}

/** Two pads beside each other. */
function bothPath(event: string, one: string, other: string): string {
  return `/e/${encodeURIComponent(event)}/both?${new URLSearchParams({ one, other })}`
}

function addressOf(event: string, codes: readonly string[]): string {
  return `/e/${encodeURIComponent(event)}/mine?stars=${codes.join('.')}`
}

/** The address with the stars in it: a link without script, copied with one. */
function ShareStars({ address }: { address: string }) {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(address, location.href).href)
    setCopied(true)
  }
  return (
    <p className={styles.share}>
      <Button onClick={() => void copy().catch(() => location.assign(address))}>
        {say('Copy an address with these stars')}
      </Button>
      <span role="status">{copied ? say('Copied.') : ''}</span>
    </p>
  )
}

function dayOf(entry: SessionWithActivity | undefined, zone: string): string {
  return wallTime(entry?.session.start ?? 0, zone).date
}
