import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import styles from './moderation.module.css'

/** Locks all pads of an event, or unlocks them. A form, so that nothing need be loaded first. */
export function LockForm({ event, isLocked }: { event: string; isLocked: boolean }) {
  const { say } = useWords()
  return (
    <form method="post" action={`/e/${encodeURIComponent(event)}/moderation/${isLocked ? 'unlock' : 'lock'}`}>
      <p className={styles.soft}>
        {isLocked
          ? say('All pads are locked: only those write who hold a link as editor, moderator or organiser.')
          : say(
              'A lock makes everybody a reader at once who holds no link as editor, moderator or organiser, in all pads of the event.',
            )}
      </p>
      <p className={styles.more}>
        <Button type="submit">{isLocked ? say('Unlock the pads') : say('Lock all pads')}</Button>
      </p>
    </form>
  )
}
