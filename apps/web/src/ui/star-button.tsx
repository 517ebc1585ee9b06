import { Star } from 'lucide-react'
import { useWords } from '../languages/use-words.tsx'
import styles from './star-button.module.css'
import { useStars } from './stars.ts'

type Props = { event: string; session: string; title: string }

/** Stars a session on this device, or takes the star away. */
export function StarButton({ event, session, title }: Props) {
  const { say } = useWords()
  const [stars, setStar] = useStars(event)
  const starred = stars.has(session)
  return (
    <button
      type="button"
      className={styles.star}
      aria-pressed={starred}
      aria-label={say('Star {title}', { title })}
      title={starred ? say('In my agenda') : say('Put into my agenda')}
      onClick={() => setStar(session, !starred)}
    >
      <Star aria-hidden="true" size={16} />
    </button>
  )
}
