import { OUTCOME_KINDS, type OutcomesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { viewAddress } from './filter-address.ts'
import styles from './kind-choice.module.css'
import { KIND_WORDS } from './kind-words.ts'

type Props = Pick<OutcomesData, 'filter' | 'by' | 'counts'> & { event: string }

/** Which kind is shown, as links with how many there are of each. */
export function KindChoice({ event, filter, by, counts }: Props) {
  const { say } = useWords()
  const { kind: chosen, ...rest } = filter
  const all = OUTCOME_KINDS.filter((kind) => kind !== 'link').reduce((sum, kind) => sum + counts[kind], 0)
  return (
    <nav aria-label={say('Kinds of outcomes')}>
      <ul className={styles.kinds}>
        <li>
          <a href={viewAddress(event, { filter: rest, by })} aria-current={chosen ? undefined : 'page'}>
            {say('All')} <span className={styles.count}>{all}</span>
          </a>
        </li>
        {OUTCOME_KINDS.filter((kind) => counts[kind] > 0 || kind === chosen).map((kind) => (
          <li key={kind}>
            <a
              href={viewAddress(event, { filter: { ...rest, kind }, by })}
              aria-current={kind === chosen ? 'page' : undefined}
            >
              {say(KIND_WORDS[kind].many)} <span className={styles.count}>{counts[kind]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
