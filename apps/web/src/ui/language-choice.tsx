import { LANGUAGE_COOKIE, LANGUAGES } from '@forumpad/api'
import { Languages } from 'lucide-react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from './button.tsx'
import styles from './language-choice.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** One quiet sign that opens the list of languages, each under its own name; or the list in words. Without script it is a form. */
export function LanguageChoice({ inWords = false }: { inWords?: boolean }) {
  const { say, language } = useWords()
  return (
    <form className={styles.form} action="/language" method="get">
      <label className={styles.choice} data-words={inWords || undefined} title={say('Language')}>
        <VisuallyHidden>{say('Language')}</VisuallyHidden>
        <Languages size={16} strokeWidth={1.75} aria-hidden="true" />
        <select
          className={styles.select}
          name="to"
          defaultValue={language}
          onChange={({ target }) => choose(target.value)}
        >
          {Object.entries(LANGUAGES).map(([code, { name }]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button kind="quiet" type="submit" className={styles.without}>
        {say('Choose')}
      </Button>
    </form>
  )
}

/** The whole page speaks it, so it is asked for anew; what was typed is kept on this device before that. */
function choose(language: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${365 * 24 * 60 * 60}; samesite=lax`
  location.reload()
}
