import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Nothing here yet: one sentence that says what to do next, and at most one button. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  )
}
