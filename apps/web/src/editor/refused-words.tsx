import { Dialog } from '@base-ui/react/dialog'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import type { LivePad } from './live-pad.ts'
import floating from './popover.module.css'
import styles from './refused-words.module.css'

/**
 * Gives back the words that the server did not take, then loads the page afresh. The copy on this device goes only when the
 * words were copied or let go.
 */
export function RefusedWords({ pad }: { pad: LivePad }) {
  const { refused } = useSyncExternalStore(pad.connection.subscribe, pad.connection.state)
  const [copied, setCopied] = useState(false)
  if (refused === null || refused.words === '') return null

  const copy = async () => {
    await navigator.clipboard.writeText(refused.words)
    setCopied(true)
  }
  const loadAfresh = async () => {
    await pad.connection.forgetCopy()
    location.reload()
  }
  return (
    <Dialog.Root open modal>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={`${floating.popup} ${styles.dialog}`}>
          <Dialog.Title className={styles.title}>These words were not taken</Dialog.Title>
          <Dialog.Description>{refused.why} Copy what you wrote before you load the pad again.</Dialog.Description>
          <textarea
            className={styles.words}
            readOnly
            value={refused.words}
            aria-label="Your words"
            rows={8}
            dir="auto"
          />
          <div className={styles.buttons}>
            <Button kind={copied ? 'plain' : 'primary'} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
            <Button kind={copied ? 'primary' : 'plain'} onClick={loadAfresh}>
              {copied ? 'Load the pad again' : 'Load again without them'}
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
