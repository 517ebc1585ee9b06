import { Dialog } from '@base-ui/react/dialog'
import { Button } from '../ui/button.tsx'
import styles from './share-dialog.module.css'
import { Sharing } from './sharing.tsx'

/** A pad's sharing, over the page. */
export function ShareDialog({ pad, close }: { pad: string; close: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.dialog}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Share this pad</Dialog.Title>
            <Dialog.Close render={<Button kind="quiet">Close</Button>} />
          </div>
          <Sharing thing={{ is: 'pad', pad }} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
