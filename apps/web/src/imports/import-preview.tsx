import { useId, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { ImportChanges } from './import-changes.tsx'
import styles from './imports.module.css'
import { countWords } from './report-words.ts'
import { TableColumns } from './table-columns.tsx'
import type { ImportStep, Imports } from './use-imports.ts'

type Props = { step: Extract<ImportStep, { is: 'looking' }>; zone: string } & Pick<Imports, 'look' | 'apply' | 'leave'>

/** What the agenda would do. Deciding something shows anew what follows from it. */
export function ImportPreview({ step, zone, look, apply, leave }: Props) {
  const { given, report, decisions, reading } = step
  const words = useWords()
  const { say } = words
  const id = useId()
  const [confirmed, setConfirmed] = useState(false)
  const [asked, setAsked] = useState(false)
  const decide = (incoming: string, session: string | null) => {
    const others = decisions.filter((decision) => decision.incoming !== incoming)
    void look(given, session === null ? others : [...others, { incoming, session }], reading)
  }
  const isUnread = report.refusal?.code === 'agenda-unreadable'
  const isRefused = report.refusal !== null && !confirmed
  return (
    <section aria-labelledby={id} className={styles.preview}>
      <h2 id={id} className={styles.heading}>
        {isUnread ? say('Say what the columns are') : say('This would happen')}
      </h2>
      <p role="status">{isUnread ? say(report.refusal?.detail ?? '') : countWords(report, words)}</p>
      {report.table && (
        <TableColumns
          key={JSON.stringify(report.table)}
          table={report.table}
          isUnread={isUnread}
          lookAgain={(said) => void look(given, [], said)}
        />
      )}
      {report.notes.map((note) => (
        <p key={note}>{say(note)}</p>
      ))}
      <Problems problems={report.problems} />
      {report.refusal !== null && !isUnread && (
        <div className={styles.refusal}>
          <p>{say(report.refusal.detail)}</p>
          <label className={styles.choice}>
            <input type="checkbox" checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)} />
            {say('Apply it all the same. No pad and no text is lost by it.')}
          </label>
        </div>
      )}
      <ImportChanges changes={report.changes} zone={zone} decisions={decisions} decide={decide} />
      {asked && isRefused && <p role="alert">{say('Tick above that it is to be applied all the same.')}</p>}
      <div className={styles.actions}>
        {!isUnread && (
          <Button
            kind="primary"
            aria-disabled={isRefused || undefined}
            onClick={() => (isRefused ? setAsked(true) : void apply(confirmed))}
          >
            {say('Apply to the agenda')}
          </Button>
        )}
        <Button kind="quiet" onClick={leave}>
          {say('Leave all as it is')}
        </Button>
      </div>
    </section>
  )
}

/** What could not be read, sentence by sentence. */
export function Problems({ problems }: { problems: readonly string[] }) {
  const { say } = useWords()
  if (problems.length === 0) return null
  return (
    <details className={styles.more} open={problems.length <= 5}>
      <summary>
        {say('{count, plural, one {# place could not be read} other {# places could not be read}}', {
          count: problems.length,
        })}
      </summary>
      <ul className={styles.problems}>
        {problems.slice(0, 500).map((problem) => (
          <li key={problem} dir="auto">
            {say(problem)}
          </li>
        ))}
      </ul>
    </details>
  )
}
