import { THEME_COOKIE, type Theme } from '@forumpad/api'

/** The theme in a request's cookies; the system's unless one was chosen. */
export function chosenTheme(cookies: string | undefined): Theme {
  for (const cookie of (cookies ?? '').split(';')) {
    const [name, value] = cookie.trim().split('=')
    if (name === THEME_COOKIE && (value === 'light' || value === 'dark')) return value
  }
  return 'auto'
}
