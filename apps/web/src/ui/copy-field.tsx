import { useRef, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from './button.tsx'
import styles from './copy-field.module.css'

/** An address to take along. Without leave to use the clipboard it is selected, and one key does the rest. */
export function CopyField({ text, label }: { text: string; label: string }) {
  const { say } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'by hand'>('not yet')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('copied')
    } catch {
      field.current?.select()
      setCopied('by hand')
    }
  }
  return (
    <div className={styles.row}>
      <input ref={field} className={styles.field} readOnly value={text} aria-label={label} />
      <Button onClick={copy}>{copied === 'copied' ? say('Copied') : say('Copy')}</Button>
      {copied === 'by hand' && (
        <p role="alert">{say('Your browser does not let this page copy. The address is selected.')}</p>
      )}
    </div>
  )
}
