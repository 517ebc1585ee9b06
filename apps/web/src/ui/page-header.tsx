import type { ReactNode } from 'react'
import styles from './page-header.module.css'
import { ThemeToggle } from './theme-toggle.tsx'

export type Crumb = { label: string; href?: string }

/** The top bar of every page: the product's name, the way here, and on the right what the page adds. */
export function PageHeader({ trail = [], children }: { trail?: readonly Crumb[]; children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <nav className={styles.trail} aria-label="Where you are">
        <a className={styles.brand} href="/">
          Forumpad
        </a>
        {trail.length > 0 && (
          <ol className={styles.crumbs}>
            {trail.map(({ label, href }) => (
              <li key={label} className={styles.crumb}>
                {href === undefined ? (
                  <span aria-current="page" dir="auto">
                    {label}
                  </span>
                ) : (
                  <a href={href} dir="auto">
                    {label}
                  </a>
                )}
              </li>
            ))}
          </ol>
        )}
      </nav>
      <div className={styles.right}>
        {children}
        <ThemeToggle />
      </div>
    </header>
  )
}
