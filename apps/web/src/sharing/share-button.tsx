import { Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import styles from './share-dialog.module.css'

const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog)

/** For moderators: opens what a pad's links are made and revoked with. It is loaded when it is asked for first. */
export function ShareButton({ pad }: { pad: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.control}>
      <Button kind="quiet" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        Share
      </Button>
      {isOpen && (
        <Suspense>
          <ShareDialog pad={pad} close={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
