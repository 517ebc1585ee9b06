/**
 * The languages that the interface speaks, each under its own name. Another one is a line here and a file of sentences in
 * apps/web/src/languages. English comes first: its sentences stand in the code, and whoever asks for none of these reads it.
 */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const

/** One of them, as `<html lang>` says it. */
export type Language = keyof typeof LANGUAGES

/** The cookie that holds a chosen language; absent where the browser's own wishes count. Not a secret, like the theme's. */
export const LANGUAGE_COOKIE = 'language'

/** Whether the interface speaks what a cookie, a header or a form names. */
export function isLanguage(name: string): name is Language {
  return Object.hasOwn(LANGUAGES, name)
}
