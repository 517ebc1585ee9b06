import { useWords } from '../languages/use-words.tsx'
import { DialogButton } from '../ui/dialog-button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const NowDialog = lazyPart(async () => (await import('./now-dialog.tsx')).NowDialog)

/** For moderators: says on the board what is being talked about. */
export function NowButton({ pad }: { pad: string }) {
  const { say } = useWords()
  return <DialogButton name={say('Board')}>{(close) => <NowDialog pad={pad} close={close} />}</DialogButton>
}
