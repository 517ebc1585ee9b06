import type { ReportData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import styles from './report.module.css'

/** Who wrote, and how much of all the text. */
export function ReportPeople({ contributors, contributorCount }: ReportData) {
  const { say } = useWords()
  if (contributors.length === 0) return null
  const more = contributorCount - contributors.length
  return (
    <section aria-labelledby="people" className={styles.section}>
      <h2 id="people" className={styles.heading}>
        {say('Written by')}
      </h2>
      <ol className={styles.people}>
        {contributors.map(({ person, share, pads }) => (
          <li key={person.id} className={styles.entry}>
            <bdi>{person.name}</bdi>
            <span className={styles.soft}>
              {say('{pads, plural, one {{share} of the text, in # pad} other {{share} of the text, in # pads}}', {
                share:
                  Math.round(share * 100) < 1
                    ? say('under 1 %')
                    : say('{percent} %', { percent: Math.round(share * 100) }),
                pads,
              })}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className={styles.soft}>
          {say('{count, plural, one {and # person who wrote less} other {and # people who wrote less}}', {
            count: more,
          })}
        </p>
      )}
    </section>
  )
}
