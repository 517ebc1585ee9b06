import type { Person } from '@forumpad/api'
import { AvatarRow } from '../ui/avatar.tsx'
import styles from './here-now.module.css'

/** The people here as discs; on the server's page, where only the reader is known, too. */
export function HereNowDiscs({ people }: { people: readonly Person[] }) {
  return (
    <span aria-hidden="true">
      <span className={styles.many}>
        <AvatarRow people={people} most={5} />
      </span>
      <span className={styles.few}>
        <AvatarRow people={people} most={1} />
      </span>
    </span>
  )
}
