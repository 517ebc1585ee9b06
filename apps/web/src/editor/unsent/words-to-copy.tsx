import { useRef, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './unsent.module.css'

/** Words to take away: shown whole, copied by one button or by hand. */
export function WordsToCopy({ lines, onCopied }: { lines: readonly string[]; onCopied?(): void }) {
  const { say } = useWords()
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'by hand'>('not yet')
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines.join('\n'))
      setCopied('copied')
    } catch {
      // Without leave to use the clipboard: one key does the rest.
      field.current?.select()
      setCopied('by hand')
    }
    onCopied?.()
  }
  return (
    <div className={styles.words}>
      <textarea ref={field} readOnly rows={4} dir="auto" aria-label={say('Unsent text')} value={lines.join('\n')} />
      <Button onClick={copy}>{copied === 'copied' ? say('Copied') : say('Copy')}</Button>
      {copied === 'by hand' && <p role="alert">{say('The words are selected: copy them yourself.')}</p>}
    </div>
  )
}
