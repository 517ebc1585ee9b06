import type { ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { LanguageChoice } from './language-choice.tsx'
import styles from './page-header.module.css'
import { ThemeToggle } from './theme-toggle.tsx'

export type Crumb = { label: string; href?: string }

/** The top bar of every page: the product's name, the way here, what the page adds, and at the end how it shall look and speak. */
export function PageHeader({ trail = [], children }: { trail?: readonly Crumb[]; children?: ReactNode }) {
  const { say } = useWords()
  return (
    <header className={styles.header}>
      <nav className={styles.trail} aria-label={say('Where you are')}>
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
      {children && <div className={styles.links}>{children}</div>}
      <div className={styles.tools}>
        <LanguageChoice />
        <ThemeToggle />
      </div>
    </header>
  )
}
