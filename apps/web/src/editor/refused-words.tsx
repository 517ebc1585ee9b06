import { Dialog } from '@base-ui/react/dialog'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import type { LivePad } from './live-pad.ts'
import floating from './popover.module.css'
import styles from './refused-words.module.css'

type Copied = 'not yet' | 'copied' | 'by hand'

/**
 * Gives back the words that the server did not take, then loads the page afresh. The copy on this device goes only when the
 * words were copied or let go.
 */
export function RefusedWords({ pad }: { pad: LivePad }) {
  const { say } = useWords()
  const { refused } = useSyncExternalStore(pad.connection.subscribe, pad.connection.state)
  const [copied, setCopied] = useState<Copied>('not yet')
  const field = useRef<HTMLTextAreaElement>(null)
  if (refused === null || refused.lines.length === 0) return null

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(refused.lines.join('\n'))
      setCopied('copied')
    } catch {
      // Without leave to use the clipboard: one key does the rest.
      field.current?.select()
      setCopied('by hand')
    }
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
          <Dialog.Title className={styles.title}>
            {say('{count, plural, one {Your last line was not taken} other {Your last # lines were not taken}}', {
              count: refused.lines.length,
            })}
          </Dialog.Title>
          <Dialog.Description>
            {say(refused.why)} {say('Copy your words here before you load the pad again.')}
          </Dialog.Description>
          <textarea
            ref={field}
            className={styles.words}
            readOnly
            value={refused.lines.join('\n')}
            aria-label={say('Your words')}
            rows={8}
            dir="auto"
          />
          {copied === 'by hand' && (
            <p role="alert">
              {say('Your browser does not let this page copy. The words are selected: copy them yourself.')}
            </p>
          )}
          <div className={styles.buttons}>
            <Button kind={copied === 'not yet' ? 'primary' : 'plain'} onClick={copy}>
              {copied === 'copied' ? say('Copied') : say('Copy')}
            </Button>
            <Button kind={copied === 'not yet' ? 'plain' : 'primary'} onClick={loadAfresh}>
              {copied === 'not yet' ? say('Load again without them') : say('Load the pad again')}
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
