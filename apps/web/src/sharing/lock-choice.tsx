import type { PadLock } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'

type Props = { thing: SharedThing; lock: PadLock | null; setLock: (locked: boolean) => void }

/** Lets only those write who hold a link, whatever is chosen above, until it is unlocked. It bites at once. */
export function LockChoice({ thing, lock, setLock }: Props) {
  const { say } = useWords()
  const ofPad = thing.is === 'pad'
  const isOfEvent = ofPad && lock === 'event'
  return (
    <div className={styles.lock}>
      <p role="status">
        {isOfEvent
          ? say('All pads of the event are locked: only those with a link write. Unlock them at its desk.')
          : lock === null
            ? say(
                'A lock lets only those write who hold a link as editor, moderator or organiser, until it is unlocked.',
              )
            : say('Locked: only those write who hold a link as editor, moderator or organiser.')}
      </p>
      {!isOfEvent && (
        <Button onClick={() => setLock(lock === null)}>
          {lock === null
            ? ofPad
              ? say('Lock this pad')
              : say('Lock all pads')
            : ofPad
              ? say('Unlock this pad')
              : say('Unlock all pads')}
        </Button>
      )}
    </div>
  )
}
