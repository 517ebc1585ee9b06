import type { Outcome, OutcomePad } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { dayAndYear, dayName } from '../ui/event-times.ts'
import { KIND_WORDS } from './kind-words.ts'
import { OutcomeBox } from './outcome-box.tsx'
import styles from './outcome-entry.module.css'
import { useTick } from './use-tick.ts'

type Props = {
  outcome: Outcome
  pad: OutcomePad | undefined
  /** Today, as a date. */
  today: string
  back: string
  /** Under a person the session is said, under a session the people are. */
  under: 'pad' | 'person'
}

/** One outcome: what it is, its words, which lead to the line in its pad, who and until when. */
export function OutcomeEntry({ outcome, pad, today, back, under }: Props) {
  const { say } = useWords()
  const tick = useTick(outcome)
  const { kind, text, people, due, tags, url } = outcome
  const line = `/p/${encodeURIComponent(outcome.pad)}#${outcome.name}`
  return (
    <li className={styles.entry} data-done={tick.done || undefined}>
      <OutcomeBox outcome={outcome} tick={tick} mayTick={pad?.mayTick === true} back={back} />
      <div className={styles.body}>
        <span className={styles.kind}>{say(KIND_WORDS[kind].one)}</span>{' '}
        <a className={styles.text} href={line} dir="auto">
          {text}
        </a>
        {url !== null && (
          <a className={styles.address} href={url} rel="noopener noreferrer">
            {url.replace(/^https?:\/\//, '')}
          </a>
        )}
        <p className={styles.facts}>
          {people.length > 0 && <span dir="auto">{people.join(', ')}</span>}
          {due !== null && <Due due={due} today={today} open={outcome.done !== null && !tick.done} />}
          {tags.map((tag) => (
            <bdi key={tag} className={styles.tag}>
              ##{tag}
            </bdi>
          ))}
          {under === 'person' && pad !== undefined && (
            <a href={`/p/${encodeURIComponent(pad.name)}`} dir="auto">
              {pad.title}
            </a>
          )}
        </p>
        {tick.problem !== null && (
          <p role="alert" className={styles.problem}>
            {say(tick.problem)}
          </p>
        )}
      </div>
    </li>
  )
}

function Due({ due, today, open }: { due: string; today: string; open: boolean }) {
  const words = useWords()
  const day = due.slice(0, 4) === today.slice(0, 4) ? dayName(due, words) : dayAndYear(due, words)
  const isLate = open && due < today
  return (
    <time dateTime={due} className={styles.due} data-late={isLate || undefined}>
      {isLate ? words.say('due {day}, overdue', { day }) : words.say('due {day}', { day })}
    </time>
  )
}
