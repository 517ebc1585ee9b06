import { useWords } from '../languages/use-words.tsx'
import { PageDialog } from '../ui/page-dialog.tsx'
import { Sharing } from './sharing.tsx'

/** A pad's sharing, over the page. */
export function ShareDialog({ pad, close }: { pad: string; close: () => void }) {
  const { say } = useWords()
  return (
    <PageDialog title={say('Share this pad')} width="middle" close={close}>
      <Sharing thing={{ is: 'pad', pad }} />
    </PageDialog>
  )
}
