import type { ChangesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'

/** What could not be undone of what somebody did. */
export function LeftAlone({ left: { shared, already } }: { left: NonNullable<ChangesData['left']> }) {
  const { say } = useWords()
  return (
    <div className="changes-left">
      {shared > 0 && (
        <p>
          {say(
            '{shared, plural, one {One line that they made stays, with the words that others wrote there.} other {# lines that they made stay, with the words that others wrote there.}}',
            { shared },
          )}
        </p>
      )}
      {already > 0 && (
        <p>
          {say(
            '{already, plural, one {One line that they took away had been brought back already, and was left alone.} other {# lines that they took away had been brought back already, and were left alone.}}',
            { already },
          )}
        </p>
      )}
    </div>
  )
}
