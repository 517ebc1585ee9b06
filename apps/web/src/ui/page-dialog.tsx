import { Dialog } from '@base-ui/react/dialog'
import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './page-dialog.module.css'

type Props = {
  title: string
  width: 'narrow' | 'middle' | 'wide'
  close: () => void
  /** Where the focus goes afterwards, if not back to where it was. */
  finalFocus?: ComponentProps<typeof Dialog.Popup>['finalFocus']
  children: ReactNode
}

/** What opens over the whole page: its title, how to close it, and what it is about. */
export function PageDialog({ title, width, close, finalFocus, children }: Props) {
  const { say } = useWords()
  return (
    <Dialog.Root open onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={classNames(styles.dialog, styles[width])} finalFocus={finalFocus}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<Button kind="quiet">{say('Close')}</Button>} />
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
