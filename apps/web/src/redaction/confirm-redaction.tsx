import { Dialog } from '@base-ui/react/dialog'
import { LONGEST_REASON, type RedactionReport } from '@forumpad/api'
import { type FormEvent, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Elsewhere } from './elsewhere.tsx'
import styles from './redact-dialog.module.css'
import { revisionsInWords } from './redaction-words.ts'

type Props = {
  report: RedactionReport
  problem: string | null
  isBusy: boolean
  confirm: (reason: string, alsoIn: readonly string[]) => void
  close: () => void
}

/** Says exactly what goes, and that it is gone then. */
export function ConfirmRedaction({ report, problem, isBusy, confirm, close }: Props) {
  const spoken = useWords()
  const { say, weave } = spoken
  const { words, characters, all, places, visible, elsewhere } = report
  const [reason, setReason] = useState('')
  const [pads, setPads] = useState<ReadonlySet<string>>(() => new Set(elsewhere.pads.map(({ pad }) => pad)))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) confirm(reason, [...pads])
  }
  return (
    <form onSubmit={send} noValidate>
      <Dialog.Description>
        {say(
          '{count, plural, one {# character will be taken out of the text and its whole history:} other {# characters will be taken out of the text and its whole history:}}',
          { count: characters },
        )}
      </Dialog.Description>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.words} tabIndex={0} aria-label={say('Words that go')}>
        {words.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <p key={index} dir="auto">
            {line}
          </p>
        ))}
      </section>
      <p className={styles.soft}>
        {revisionsInWords(visible, spoken)}
        {places > 1 &&
          ` ${say('{places, plural, other {They stand at # places in all revisions together, and go from each.}}', { places })}`}
        {all > characters &&
          ` ${say('{count, plural, one {With what was copied from them, # character goes.} other {With what was copied from them, # characters go.}}', { count: all })}`}
      </p>
      <Elsewhere elsewhere={elsewhere} chosen={pads} choose={setPads} />
      <TextField
        label={say('Reason, if you like; everybody can read it')}
        dir="auto"
        maxLength={LONGEST_REASON}
        value={reason}
        onText={setReason}
      />
      <p className={styles.warning}>
        {weave(
          '<b>This cannot be undone.</b> Marks stand where the words were. History and minutes say when this was done, by whom and why, and everybody’s page loads anew. It does not reach backups, or what others have downloaded.',
          { b: (said) => <strong>{said}</strong> },
        )}
      </p>
      <p className={styles.problem} role="alert">
        {problem !== null && say(problem)}
      </p>
      <div className={styles.ways}>
        <Button onClick={close}>{say('Keep the words')}</Button>
        <Button type="submit" kind="primary" aria-disabled={isBusy || undefined}>
          {say('Redact for good')}
        </Button>
      </div>
    </form>
  )
}
