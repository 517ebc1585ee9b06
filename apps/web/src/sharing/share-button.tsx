import { useWords } from '../languages/use-words.tsx'
import { DialogButton } from '../ui/dialog-button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog)

/** For moderators: opens what a pad's links are made and revoked with. */
export function ShareButton({ pad }: { pad: string }) {
  const { say } = useWords()
  return <DialogButton name={say('Share')}>{(close) => <ShareDialog pad={pad} close={close} />}</DialogButton>
}
