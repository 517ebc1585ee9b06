import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'

/** The theme this reader chose, kept on the device. `theme.ts` applies it before the first paint of the next page. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, chosen, () => 'auto'), choose]
}

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

function choose(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'auto') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage is forbidden in this browser: the choice holds for this page.
  }
  document.documentElement.dispatchEvent(new Event(CHANGED))
}

/** The choice is an attribute of <html>; whoever shows it hears of every change at once. */
const CHANGED = 'theme-changed'

function subscribe(changed: () => void): () => void {
  document.documentElement.addEventListener(CHANGED, changed)
  return () => document.documentElement.removeEventListener(CHANGED, changed)
}
