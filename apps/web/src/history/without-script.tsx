import { useWords } from '../languages/use-words.tsx'
import styles from './history-view.module.css'

/** The ways through a history as links, for browsers that run no script. */
export function WithoutScript({ revision, newest }: { revision: number; newest: number }) {
  const { say } = useWords()
  const ways = [
    { label: say('First'), to: 1, there: revision > 1 },
    { label: say('Earlier'), to: revision - 1, there: revision > 1 },
    { label: say('Later'), to: revision + 1, there: revision < newest },
    { label: say('Newest'), to: newest, there: revision < newest },
  ]
  return (
    <noscript>
      <nav className={styles.ways} aria-label={say('Revisions')}>
        {ways.map(({ label, to, there }) => there && <a key={label} href={`?rev=${to}`}>{`${label} (${to})`}</a>)}
        <form method="get">
          <label>
            {say('Revision')} <input name="rev" inputMode="numeric" defaultValue={revision} />
          </label>
          <button type="submit">{say('Show')}</button>
        </form>
      </nav>
    </noscript>
  )
}
