import type { ReportData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import styles from './report.module.css'

/** An event in figures, in words. */
export function ReportFacts({ data }: { data: ReportData }) {
  const { say } = useWords()
  const { sessions, words, closedPads, contributorCount, emptyPads, outcomes, outcomeCount } = data
  const actions = outcomes.filter(({ kind }) => kind === 'action')
  const done = actions.filter((action) => action.done).length
  const decisions = outcomes.filter(({ kind }) => kind === 'decision').length
  return (
    <ul className={styles.facts}>
      <li>{say('{count, plural, one {# session} other {# sessions}}', { count: sessions })}</li>
      {sessions > 0 && <li>{say('{count, plural, other {# with notes}}', { count: sessions - emptyPads.length })}</li>}
      <li>{say('{count, plural, one {# word} other {# words}}', { count: words })}</li>
      <li>{say('{count, plural, one {# person wrote} other {# people wrote}}', { count: contributorCount })}</li>
      {outcomeCount === outcomes.length && (
        <>
          <li>{say('{count, plural, one {# decision} other {# decisions}}', { count: decisions })}</li>
          <li>
            {say('{count, plural, one {# action} other {# actions}}', { count: actions.length })}
            {actions.length > 0 && `, ${say('{done, plural, other {# done}}', { done })}`}
          </li>
        </>
      )}
      {closedPads > 0 && (
        <li>
          {say(
            '{count, plural, one {# pad is closed to you and left out} other {# pads are closed to you and left out}}',
            { count: closedPads },
          )}
        </li>
      )}
    </ul>
  )
}
