import type { Theme } from '@forumpad/api'
import { Monitor, Moon, Sun } from 'lucide-react'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { Button } from './button.tsx'
import styles from './theme-toggle.module.css'
import { useTheme } from './use-theme.ts'

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }
const SENTENCES: Record<Theme, string> = {
  auto: sentence('Theme: as the system. Change to light'),
  light: sentence('Theme: light. Change to dark'),
  dark: sentence('Theme: dark. Change to as the system'),
}
const ICONS = { auto: Monitor, light: Sun, dark: Moon }

/** One quiet button that goes round: as the system, light, dark. */
export function ThemeToggle() {
  const { say } = useWords()
  const [theme, choose] = useTheme()
  const Icon = ICONS[theme]
  const label = say(SENTENCES[theme])
  return (
    <Button kind="quiet" className={styles.toggle} aria-label={label} title={label} onClick={() => choose(NEXT[theme])}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </Button>
  )
}
