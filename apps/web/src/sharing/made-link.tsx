import { useWords } from '../languages/use-words.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import styles from './sharing.module.css'

/** A link that was just made. Its address is shown this once. */
export function MadeLink({ url }: { url: string }) {
  const { say } = useWords()
  return (
    <section className={styles.made} aria-label={say('The new link')}>
      <QrCode text={url} label={say('QR code of the new link')} />
      <div className={styles.address}>
        <p role="status">{say('Copy the address now: it is not shown again. Whoever opens it holds the role.')}</p>
        <CopyField text={url} label={say('Address of the new link')} />
      </div>
    </section>
  )
}
