import type { Event } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Publish } from './publish.tsx'
import styles from './publish-section.module.css'

/** Below an agenda: opened by whoever wants to take it elsewhere. Works without script. */
export function PublishSection({ event }: { event: Event }) {
  const { say } = useWords()
  return (
    <details className={styles.section}>
      <summary className={styles.summary}>{say('Publish: tables to paste and feeds with links to the pads')}</summary>
      <Publish event={event} />
    </details>
  )
}
