import { HUES, type Person, type PersonChange } from '@forumpad/api'
import { type FormEvent, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { changeMe } from './change-me.ts'
import { HUE_NAMES } from './hue-names.ts'
import styles from './myself-form.module.css'

/** One's own name and colour, changed in place; the others see it at once. */
export function MyselfForm({ me, onMe }: { me: Person; onMe(me: Person): void }) {
  const { say } = useWords()
  const [name, setName] = useState(me.name)
  const [problem, setProblem] = useState<string | null>(null)

  const change = async (to: PersonChange) => {
    const before = me
    onMe({ ...me, ...to })
    const answer = await changeMe(to)
    if ('problem' in answer) {
      onMe(before)
      setProblem(answer.problem)
      return
    }
    setProblem(null)
    setName(answer.name)
    onMe(answer)
  }
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && name !== me.name) change({ name: name.trim() })
  }

  return (
    <form className={styles.form} onSubmit={rename}>
      <TextField
        label={say('Your name')}
        value={name}
        maxLength={60}
        onText={setName}
        action={
          name.trim() !== '' && name !== me.name ? (
            <Button type="submit" kind="primary">
              {say('Take it')}
            </Button>
          ) : undefined
        }
      />
      <fieldset className={styles.hues}>
        <legend className={styles.legend}>{say('Your colour')}</legend>
        {Array.from({ length: HUES }, (_, hue) => (
          <label key={HUE_NAMES[hue]} className={styles.hue} data-hue={hue} title={say(HUE_NAMES[hue] ?? '')}>
            <input
              type="radio"
              name="hue"
              checked={me.hue === hue}
              onChange={() => change({ hue })}
              aria-label={say(HUE_NAMES[hue] ?? '')}
            />
          </label>
        ))}
      </fieldset>
      <p className={styles.problem} role="alert">
        {problem !== null && say(problem)}
      </p>
    </form>
  )
}
