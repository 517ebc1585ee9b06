import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** The agenda has nothing to show: because it is empty, or because nothing matches. */
export function NothingFound({ empty, clear }: { empty: boolean; clear: () => void }) {
  const { say } = useWords()
  return empty ? (
    <EmptyState>{say('This agenda has no sessions yet. They appear here when the organiser imports it.')}</EmptyState>
  ) : (
    <EmptyState action={<Button onClick={clear}>{say('Show all sessions')}</Button>}>
      {say('No session matches.')}
    </EmptyState>
  )
}
