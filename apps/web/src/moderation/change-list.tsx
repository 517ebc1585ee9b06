import type { RecentChange } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import styles from './moderation.module.css'

type Props = { event: string; changes: readonly RecentChange[]; zone: string }

/** Who did how much in which pad, the newest first. */
export function ChangeList({ event, changes, zone }: Props) {
  const { say, weave } = useWords()
  return (
    <ul className={records.list}>
      {changes.map((change) => (
        <li key={`${change.pad} ${change.to}`} className={records.entry}>
          <span>
            {weave('{name} in {pad}', {
              name: (
                <a href={`/e/${encodeURIComponent(event)}/moderation?person=${encodeURIComponent(change.person.id)}`}>
                  <bdi>{change.person.name}</bdi>
                </a>
              ),
              pad: (
                <a href={`/p/${encodeURIComponent(change.pad)}`} dir="auto">
                  {change.title}
                </a>
              ),
            })}
          </span>
          <span className={styles.facts}>
            {change.came > 0 && (
              <span className={styles.came}>{say('{came, plural, other {# came}}', { came: change.came })}</span>
            )}
            {change.went > 0 && (
              <span className={styles.went}>{say('{went, plural, other {# went}}', { went: change.went })}</span>
            )}
            <a href={changesHref(change)}>{say('Changes')}</a>
            <EventTime start={change.at} end={null} zone={zone} day />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** On that page moderators can undo what the person did in this pad. */
function changesHref({ pad, from, to, person }: RecentChange): string {
  return `/p/${encodeURIComponent(pad)}/changes?from=${from}&to=${to}&author=${encodeURIComponent(person.id)}`
}
