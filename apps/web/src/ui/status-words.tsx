import type { ReactNode } from 'react'
import styles from './status-words.module.css'

/** A state in words, never a bare icon: `Saved.`, `Cancelled`, `Tentative`. */
export function StatusWords({
  tone = 'quiet',
  children,
}: {
  tone?: 'quiet' | 'good' | 'warn' | 'bad'
  children: ReactNode
}) {
  return (
    <span className={styles.words} data-tone={tone}>
      {children}
    </span>
  )
}
