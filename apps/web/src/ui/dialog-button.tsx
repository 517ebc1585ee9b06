import { type ReactNode, Suspense, useState } from 'react'
import { Button } from './button.tsx'
import styles from './dialog-button.module.css'

/** A quiet button above the text that opens a dialog, which may load when it is asked for first. Not on paper. */
export function DialogButton({ name, children }: { name: string; children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.control}>
      <Button kind="quiet" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {name}
      </Button>
      {isOpen && <Suspense>{children(() => setOpen(false))}</Suspense>}
    </div>
  )
}
