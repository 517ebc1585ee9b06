import type { AuditEntry, AuditPage, Event, Role } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import { ACT_WORDS } from './act-words.ts'
import styles from './desk.module.css'

const ROLE_WORDS: Record<Role, string> = {
  reader: sentence('reader'),
  editor: sentence('editor'),
  moderator: sentence('moderator'),
  organiser: sentence('organiser'),
}

/** Who did which act of power when, the newest first. */
export function AuditLog({ event, audit: { entries, next } }: { event: Event; audit: AuditPage }) {
  const { say } = useWords()
  return (
    <section aria-labelledby="audit" className={records.section}>
      <h2 id="audit" className={records.heading}>
        {say('Who did what')}
      </h2>
      <p className={styles.soft}>
        {entries.length === 0
          ? say('Imports, links, freezing, restoring and the like will be listed here, with who did them.')
          : say('Names and roles are those of that time. Nothing in this list can be changed.')}
      </p>
      <ul className={records.list}>
        {entries.map((entry) => (
          <Act key={entry.id} entry={entry} zone={event.timeZone} />
        ))}
      </ul>
      {next !== null && (
        <p className={styles.more}>
          <a href={`/e/${encodeURIComponent(event.slug)}/manage?audit=${next}#audit`}>{say('Earlier')}</a>
        </p>
      )}
    </section>
  )
}

function Act({ entry: { act, about, at, name, person, pad, role }, zone }: { entry: AuditEntry; zone: string }) {
  const { say } = useWords()
  const program = role === 'clock' ? say('By the clock') : say('With the organiser key')
  return (
    <li className={records.entry}>
      <span>
        {say(ACT_WORDS[act])}
        {pad !== null && (
          <>
            {' '}
            <a href={`/p/${encodeURIComponent(pad)}`} dir="auto">
              {pad}
            </a>
          </>
        )}
        {about !== '' && (
          <span className={styles.about} dir="auto">
            {say(about)}
          </span>
        )}
      </span>
      <span className={styles.soft}>
        <bdi>{name ?? (person === null ? program : say('Somebody'))}</bdi>
        {person !== null && role !== 'clock' && `, ${say(ROLE_WORDS[role])}`} ·{' '}
        <EventTime start={at} end={null} zone={zone} day />
      </span>
    </li>
  )
}
