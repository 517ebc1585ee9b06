import type { ImportChange, ImportDecision } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { DecisionChoice } from './decision-choice.tsx'
import styles from './imports.module.css'
import { factChanges, grouped, placeWords } from './report-words.ts'

type Props = {
  changes: readonly ImportChange[]
  zone: string
  decisions: readonly ImportDecision[]
  /** Undefined where there is nothing to decide any more. */
  decide?: (incoming: string, session: string | null) => void
}

/** So many of one kind are drawn; nobody reads more, and the numbers stand above. */
const MOST = 200

/** Every session that does not stay as it is, before and after. */
export function ImportChanges({ changes, zone, decisions, decide }: Props) {
  const { say } = useWords()
  return grouped(changes).map(({ heading, changes }) => (
    <section key={heading} className={styles.group}>
      <h3 className={styles.kind}>
        {say(heading)} <span className={styles.count}>{changes.length}</span>
      </h3>
      <ul className={styles.list}>
        {changes.slice(0, MOST).map((change) => (
          <Change
            key={`${change.incoming} ${change.session}`}
            change={change}
            zone={zone}
            decided={decisions.find(({ incoming }) => incoming === change.incoming)?.session ?? null}
            decide={decide}
          />
        ))}
      </ul>
      {changes.length > MOST && (
        <p className={styles.soft}>{say('And {count} more.', { count: changes.length - MOST })}</p>
      )}
    </section>
  ))
}

type ChangeProps = {
  change: ImportChange
  zone: string
  decided: string | null
  decide: ((incoming: string, session: string | null) => void) | undefined
}

function Change({ change, zone, decided, decide }: ChangeProps) {
  const words = useWords()
  const face = change.after ?? change.before
  if (face === null) return null
  return (
    <li className={styles.change}>
      <p>
        <bdi className={styles.name}>{face.title}</bdi>
        {change.edited && <span className={styles.mark}>{words.say('has notes')}</span>}
        <span className={styles.soft}>
          <bdi>{placeWords(face, zone, words)}</bdi>
        </span>
      </p>
      <Facts change={change} zone={zone} />
      {change.reason !== null && <p className={styles.soft}>{words.say(change.reason)}</p>}
      {change.incoming !== null && change.candidates.length > 0 && decide && (
        <DecisionChoice
          title={face.title}
          incoming={change.incoming}
          candidates={change.candidates}
          zone={zone}
          decided={decided}
          decide={decide}
        />
      )}
    </li>
  )
}

function Facts({ change, zone }: { change: ImportChange; zone: string }) {
  const words = useWords()
  const { say } = words
  const facts = factChanges(change, zone, words)
  if (facts.length === 0) return null
  return (
    <ul className={styles.facts}>
      {facts.map(({ fact, before, after }) => (
        <li key={fact}>
          <span className={styles.fact}>{say(fact)}</span>
          <span>
            <del className={styles.before} dir="auto">
              {before ?? say('none')}
            </del>{' '}
            <ins className={styles.after} dir="auto">
              {after ?? say('none')}
            </ins>
          </span>
        </li>
      ))}
    </ul>
  )
}
