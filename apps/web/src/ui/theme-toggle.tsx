import type { Theme } from '@forumpad/api'
import { Monitor, Moon, Sun } from 'lucide-react'
import { Button } from './button.tsx'
import styles from './theme-toggle.module.css'
import { useTheme } from './use-theme.ts'

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }
const WORDS: Record<Theme, string> = { auto: 'as the system', light: 'light', dark: 'dark' }
const ICONS = { auto: Monitor, light: Sun, dark: Moon }

/** One quiet button that goes round: as the system, light, dark. */
export function ThemeToggle() {
  const [theme, choose] = useTheme()
  const Icon = ICONS[theme]
  const label = `Theme: ${WORDS[theme]}. Change to ${WORDS[NEXT[theme]]}`
  return (
    <Button kind="quiet" className={styles.toggle} aria-label={label} title={label} onClick={() => choose(NEXT[theme])}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </Button>
  )
}
