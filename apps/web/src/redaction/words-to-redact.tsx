import { Dialog } from '@base-ui/react/dialog'
import { type FormEvent, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './redact-dialog.module.css'

/** Asks which words shall go, where none are selected: by keyboard nothing can be selected in the history. */
export function WordsToRedact({ problem, find }: { problem: string | null; find: (words: string) => void }) {
  const { say } = useWords()
  const [words, setWords] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== '') find(words)
  }
  return (
    <form onSubmit={send} noValidate>
      <Dialog.Description className={styles.soft}>
        {say(
          'Select the words in the text before you choose Redact…, or say here which they are, as they stand in one line.',
        )}
      </Dialog.Description>
      <TextField
        label={say('Words')}
        dir="auto"
        autoFocus
        value={words}
        onText={setWords}
        aria-invalid={problem !== null}
        aria-describedby="no-such-words"
      />
      <p id="no-such-words" className={styles.problem} role="alert">
        {problem !== null && say(problem)}
      </p>
      <div className={styles.ways}>
        <Button type="submit" kind="primary">
          {say('Find them')}
        </Button>
      </div>
    </form>
  )
}
