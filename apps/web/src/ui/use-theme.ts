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
}

/** The choice is an attribute of <html>; whoever changes it, everybody sees it. */
function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
