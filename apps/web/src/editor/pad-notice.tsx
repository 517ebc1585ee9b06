import type { Notice } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { type Badge, badgeWords } from './badge.ts'
import { readersTime } from './pad-badge.tsx'
import styles from './pad-notice.module.css'

type Props = { badge: Badge; notice: Notice | null; reload(): void; dismiss(): void }

/** A strip of one sentence under the bar, for what one must know before going on writing. */
export function PadNotice({ badge, notice, reload, dismiss }: Props) {
  const words = useWords()
  const { say } = words
  const inFull = badgeWords(badge, (at) => readersTime(at, words), say).full
  switch (badge.is) {
    case 'outdated':
    case 'refused':
      return (
        <div className={styles.strip} data-tone="warn">
          <p>{inFull}</p>
          <Button onClick={reload}>{say('Reload')}</Button>
        </div>
      )
    case 'not-saved':
    case 'frozen':
    case 'read-only':
      return (
        <div className={styles.strip} data-tone={badge.is === 'not-saved' ? 'bad' : 'quiet'}>
          <p>{inFull}</p>
        </div>
      )
    case 'offline':
      return badge.copy === 'kept' ? null : (
        <div className={styles.strip} data-tone="warn">
          <p>{inFull}</p>
        </div>
      )
    default:
      // Before it hangs up the server says why; that is shown with what was refused.
      return notice === null || notice.code === 'closed' ? null : (
        <div className={styles.strip} role="alert">
          <p>{say(notice.text)}</p>
          <Button onClick={dismiss}>{say('Understood')}</Button>
        </div>
      )
  }
}
