import type { AccessState, PadAccess } from '@forumpad/api'
import { useId } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { ACCESS_WORDS } from './role-words.ts'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'

type Props = { thing: SharedThing; access: AccessState | null; choose: (access: PadAccess | null) => void }

const CHOICES = ['open', 'by-link', 'closed'] as const

/** Who may come without a link. It holds at once, on open pages too. */
export function AccessChoice({ thing, access, choose }: Props) {
  const { say } = useWords()
  const name = useId()
  const chosen = access?.chosen ?? null
  return (
    <fieldset className={styles.group} disabled={access === null}>
      <legend className={styles.heading}>{say('Without a link')}</legend>
      {thing.is === 'pad' && (
        <label className={styles.choice}>
          <input type="radio" name={name} checked={access !== null && chosen === null} onChange={() => choose(null)} />
          {say('As the event says')}
        </label>
      )}
      {CHOICES.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={access !== null && (thing.is === 'pad' ? chosen === each : (chosen ?? 'open') === each)}
            onChange={() => choose(each)}
          />
          {say(ACCESS_WORDS[each])}
        </label>
      ))}
    </fieldset>
  )
}
