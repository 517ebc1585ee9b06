import type { RedactionWish } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { DialogButton } from '../ui/dialog-button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const RedactDialog = lazyPart(async () => (await import('./redact-dialog.tsx')).RedactDialog)

/** For moderators: takes the selected words out of the pad and its history. `selected` says which these are, and in which revision. */
export function RedactButton({ pad, selected }: { pad: string; selected: () => RedactionWish }) {
  const { say } = useWords()
  return (
    <DialogButton name={say('Redact…')}>
      {(close) => <RedactDialog pad={pad} selected={selected} close={close} />}
    </DialogButton>
  )
}
