import type { Notice } from '@forumpad/api'
import { Button } from '../ui/button.tsx'
import { type Badge, badgeWords } from './badge.ts'
import { readersTime } from './pad-badge.tsx'
import styles from './pad-notice.module.css'

type Props = { badge: Badge; notice: Notice | null; reload(): void; dismiss(): void }

/** A strip of one sentence under the bar, for what one must know before going on writing. */
export function PadNotice({ badge, notice, reload, dismiss }: Props) {
  switch (badge.is) {
    case 'outdated':
    case 'refused':
      return (
        <div className={styles.strip} data-tone="warn">
          <p>{badgeWords(badge, readersTime).full}</p>
          <Button onClick={reload}>Reload</Button>
        </div>
      )
    case 'not-saved':
    case 'frozen':
    case 'read-only':
      return (
        <div className={styles.strip} data-tone={badge.is === 'not-saved' ? 'bad' : 'quiet'}>
          <p>{badgeWords(badge, readersTime).full}</p>
        </div>
      )
    case 'offline':
      return badge.copy === 'kept' ? null : (
        <div className={styles.strip} data-tone="warn">
          <p>{badgeWords(badge, readersTime).full}</p>
        </div>
      )
    default:
      // Before it hangs up the server says why; that is shown with what was refused.
      return notice === null || notice.code === 'closed' ? null : (
        <div className={styles.strip} role="alert">
          <p>{notice.text}</p>
          <Button onClick={dismiss}>Understood</Button>
        </div>
      )
  }
}
