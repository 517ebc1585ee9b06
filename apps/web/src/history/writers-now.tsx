import { useWords } from '../languages/use-words.tsx'
import type { Say } from '../languages/words.ts'
import { Avatar } from '../ui/avatar.tsx'
import { type ShownFrame, sharesOf } from './known-frames.ts'
import styles from './writers-now.module.css'

const MOST = 12

/** Who had written how much of the text that is shown. */
export function WritersNow({ frame }: { frame: ShownFrame }) {
  const { say } = useWords()
  const shares = sharesOf(frame)
  const all = shares.reduce((sum, { length }) => sum + length, 0)
  if (shares.length === 0) return <p className={styles.nobody}>{say('Nobody had written anything yet.')}</p>
  return (
    <ul className={styles.list}>
      {shares.slice(0, MOST).map(({ person, length }) => (
        <li key={person.id} className={styles.person}>
          <Avatar person={person} size="small" />
          <bdi className={styles.name}>{person.name}</bdi>
          <span className={styles.share}>{percent(length, all, say)}</span>
        </li>
      ))}
      {shares.length > MOST && (
        <li className={styles.nobody}>{say('and {count} more', { count: shares.length - MOST })}</li>
      )}
    </ul>
  )
}

/** Nobody who wrote something has nothing. */
function percent(length: number, all: number, say: Say): string {
  const share = Math.round((100 * length) / all)
  return share < 1 ? say('under 1 %') : say('{percent} %', { percent: share })
}
