import { useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { QrCode } from './qr-code.tsx'
import styles from './sharing.module.css'

/** A link that was just made. Its address is shown this once. */
export function MadeLink({ url }: { url: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'by hand'>('not yet')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied('copied')
    } catch {
      // Without leave to use the clipboard: one key does the rest.
      field.current?.select()
      setCopied('by hand')
    }
  }
  return (
    <section className={styles.made} aria-label="The new link">
      <QrCode text={url} label="QR code of the new link" />
      <div className={styles.address}>
        <p role="status">Copy the address now: it is not shown again. Whoever opens it holds the role.</p>
        <input ref={field} className={styles.field} readOnly value={url} aria-label="Address of the new link" />
        <Button onClick={copy}>{copied === 'copied' ? 'Copied' : 'Copy'}</Button>
        {copied === 'by hand' && <p role="alert">Your browser does not let this page copy. The address is selected.</p>}
      </div>
    </section>
  )
}
