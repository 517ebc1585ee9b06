import type { Outcome, OutcomePad } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { EventTime } from '../ui/time.tsx'
import { byPad, byPerson, type OutcomeGroup } from './group-outcomes.ts'
import { OutcomeEntry } from './outcome-entry.tsx'
import styles from './outcome-groups.module.css'

type Props = {
  pads: readonly OutcomePad[]
  outcomes: readonly Outcome[]
  by: 'session' | 'person'
  zone: string
  /** Today, as a date. */
  today: string
  /** The address of the page, for boxes without script. */
  back: string
  /** For a page about one pad, which says what it is about. */
  headless?: boolean
  /** Of the headings. */
  level?: 2 | 3
}

/** Outcomes under the headings of their sessions, or of those who are to do them. */
export function OutcomeGroups({ pads, outcomes, by, zone, today, back, headless = false, level = 2 }: Props) {
  const { say } = useWords()
  const padOf = new Map(pads.map((pad) => [pad.name, pad]))
  const groups = by === 'person' ? byPerson(outcomes) : byPad(pads, outcomes)
  return groups.map((group) => (
    <section key={group.id} className={styles.group} aria-label={headless ? say('Outcomes') : undefined}>
      {!headless && <Heading group={group} zone={zone} level={level} />}
      <ul>
        {group.outcomes.map((outcome, at) => (
          <OutcomeEntry
            // One line may say the same thing twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={`${outcome.pad} ${outcome.line} ${at}`}
            outcome={outcome}
            pad={padOf.get(outcome.pad)}
            today={today}
            back={back}
            under={group.of}
          />
        ))}
      </ul>
    </section>
  ))
}

function Heading({ group, zone, level }: { group: OutcomeGroup; zone: string; level: 2 | 3 }) {
  const { say } = useWords()
  const Level = `h${level}` as const
  if (group.of === 'person') {
    return (
      <Level className={styles.heading} dir="auto">
        {group.person ?? say('Nobody named')}
      </Level>
    )
  }
  const { name, title, start, end, room } = group.pad
  return (
    <div className={styles.head}>
      <Level className={styles.heading}>
        <a href={`/p/${encodeURIComponent(name)}`} dir="auto">
          {title}
        </a>
      </Level>
      <p className={styles.facts}>
        {start !== null && <EventTime start={start} end={end} zone={zone} day />}
        {room !== null && <bdi>{room}</bdi>}
      </p>
    </div>
  )
}
