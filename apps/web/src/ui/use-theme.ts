import { THEME_COOKIE, type Theme } from '@forumpad/api'
import { useSyncExternalStore } from 'react'

/** The theme this reader chose. It is kept in a cookie: the server puts it in the next page, before the first paint. */
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
  const age = theme === 'auto' ? 0 : 365 * 24 * 60 * 60
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`
  document.documentElement.dispatchEvent(new Event(CHANGED))
}

/** The choice is an attribute of <html>; whoever shows it hears of every change at once. */
const CHANGED = 'theme-changed'

function subscribe(changed: () => void): () => void {
  document.documentElement.addEventListener(CHANGED, changed)
  return () => document.documentElement.removeEventListener(CHANGED, changed)
}
